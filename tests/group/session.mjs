// session.mjs - a class-vote session in real browsers, from the door to the debrief, with everything that can happen
// to it: a freeze, an inject, a rewind, a tag-in, a host that is killed, phones that drop out, a phone without scripts.
//
// usage: session.mjs PROGRAM [FOLDER FOR PICTURES]
import { Guests, axeFinds, fits, until, view } from './guests.mjs'
import { Host, PIN, browser, equal, hold, run, sleep, test } from './party.mjs'

const [program, pictures] = process.argv.slice(2)
const VOTERS = 22
const host = new Host(program, ['--per-address', '300', '--vote', '30'])
let chromium, guests, con, screen, seats

const open = (...args) => guests.open(...args)
const join = (...args) => guests.join(...args)
const picture = (...args) => guests.picture(...args)
const inSight = (page, selector) => page.evaluate(what => {
  const node = document.querySelector(what)
  const box = node && node.getBoundingClientRect()
  const foot = document.getElementById('foot')
  return Boolean(box && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight - (foot && !foot.hidden && !foot.contains(node) ? foot.offsetHeight : 0))
}, selector)
/** Everything that is to be read on the wall has 28 of 720 pixels or more. */
async function eightMetres(what) {
  const small = await screen.evaluate(() => [...document.querySelectorAll('main *')].filter(node => [...node.childNodes].some(child => child.nodeType === 3 && child.data.trim()) && node.getClientRects().length)
    .map(node => [parseFloat(getComputedStyle(node).fontSize) * 720 / innerHeight, node.textContent.slice(0, 40)]).filter(([size]) => size < 28))
  equal(JSON.stringify(small), '[]', what + ' is too small on the wall')
}
const voters = () => [...seats].filter(([name]) => name.startsWith('Voter')).map(([, page]) => page)

test('the instructor opens the console with the PIN, and the projector shows how to join', async () => {
  await host.start()
  chromium = await browser()
  guests = new Guests(host, chromium, pictures)
  seats = guests.seats
  con = await open('console', '/console', { width: 1280, height: 900 })
  await axeFinds(con, 'the PIN page')
  await con.fill('#pin', '000000')
  await con.click('button')
  hold(await con.isVisible('[role=alert]'), 'a wrong PIN is said')
  await con.fill('#pin', PIN)
  await con.click('button')
  await con.waitForSelector('#start')
  screen = await open('screen', '/screen', { width: 1920, height: 1080 })
  await screen.waitForSelector('img.qr')
  hold(await screen.isVisible('text=' + host.code), 'the code is on the projector')
})

test('thirty people join in their browsers, one of them in French, one without scripts', async () => {
  const first = await open('door', '/', { width: 320, height: 640 })
  await axeFinds(first, 'the join page')
  await first.fill('#code', 'NONE-0000')
  await first.fill('#name', 'X')
  await first.click('button')
  hold(await first.isVisible('[role=alert]'), 'a wrong code is said')
  await first.context().close()
  await join('Maria', 'primary')
  await join('Tomas', 'coach')
  await join('Aiko', 'board')
  await join('Lea', 'leader')
  for (let i = 1; i <= 3; i++) await join('Watch' + i, 'observer')
  for (let i = 1; i < VOTERS; i += 3) await Promise.all([i, i + 1, i + 2].filter(k => k < VOTERS).map(k => join('Voter' + k, 'voter', k === 2 ? { locale: 'fr-CA' } : {})))
  const plain = await join('Plain', 'voter', { javaScriptEnabled: false })
  hold(await plain.isVisible('main form'), 'a page without scripts has a form')
  await until(con, n => view.room.joined === n, 7 + VOTERS)
  await until(screen, n => view.room.joined === n, 7 + VOTERS)
  await picture(screen, 'projector-lobby')
  await picture(con, 'console-lobby')
})

test('before anybody plays, everybody reads what it is about, that they may stop, and who is there for them', async () => {
  for (const [what, page] of [['the wall', screen], ['the console', con], ['a phone', seats.get('Voter1')]]) {
    const text = await page.innerText('main')
    for (const part of ['thoughts of suicide', 'Stop, quietly', 'your local crisis line']) hold(text.includes(part), what + ' says ' + part)
  }
  const plain = await seats.get('Plain').innerText('main')
  hold(plain.includes('thoughts of suicide') && plain.includes('your local crisis line'), 'and a page without scripts')
  hold((await seats.get('Voter2').innerText('main')).includes('pensées suicidaires'), 'and in French')
  await eightMetres('the lobby')
})

test('the briefing is seen by all, and the encounter begins', async () => {
  await con.click('#start')
  await until(screen, () => view.room.phase === 'brief')
  hold((await screen.innerText('main')).includes('thoughts of suicide'), 'the wall says what it is about')
  await eightMetres('the briefing')
  await picture(screen, 'projector-briefing')
  hold(await seats.get('Voter1').isVisible('#stop'), 'and anybody can stop already')
  await con.click('#next')
  for (const page of [screen, ...seats.values()].filter(page => page !== seats.get('Plain'))) await until(page, () => view.room.phase === 'play' && view.scene.name)
})

test('everybody votes; nobody but the instructor sees how until it is shown', async () => {
  const lines = (await view(con)).lines.map(line => line.id)
  equal((await view(con)).vote.state, 'reading', 'no clock runs while the reply is read')
  equal(await seats.get('Voter1').locator('input[name=choice]').count(), 0, 'nobody can vote yet')
  await eightMetres('the reply')
  await seats.get('Voter1').evaluate(() => scrollTo(0, 9999))
  await con.focus('body')
  await con.keyboard.press('v')
  await until(con, () => view.vote && view.vote.state === 'open')
  await until(seats.get('Voter1'), () => view.vote.state === 'open' && document.querySelector('.pick'))
  hold(await inSight(seats.get('Voter1'), 'fieldset .pick'), 'the first line is seen without scrolling, wherever somebody was')
  await until(screen, n => document.querySelectorAll('.lines li').length === n, lines.length)
  await eightMetres('the vote')
  const byScript = voters().filter(page => page !== seats.get('Plain'))
  await byScript[3].click(`label:has(#v-${lines[1]})`)
  await byScript[3].fill('#reason', 'nobody asked him that yet')
  await byScript[3].click('form button.main')
  await Promise.all(byScript.filter((page, i) => i !== 3).map((page, i) => page.evaluate(id => {
    document.getElementById('v-' + id).click()
    document.querySelector('form:has(input[name=choice])').requestSubmit()
  }, lines[i % 4 === 2 ? 1 : 0])))
  await until(con, n => view.vote && view.vote.in >= n, VOTERS - 1)
  equal((await view(seats.get('Voter1'))).vote.counts, undefined, 'a voter sees no counts')
  equal((await view(screen)).vote.counts, undefined, 'nor does the projector')
  await picture(con, 'console-vote')
  await picture(screen, 'projector-vote')
  await picture(seats.get('Voter1'), 'phone-voted', true)
})

test('a phone without scripts votes by a form', async () => {
  const plain = seats.get('Plain')
  await plain.goto(host.url + '/room')
  await picture(plain, 'phone-without-scripts', true)
  if (await plain.locator('input[name=choice]').count() === 0) { // the vote closed by its clock on a slow machine
    await con.click('#open')
    await plain.goto(host.url + '/room')
  }
  await plain.locator('input[name=choice]').first().check()
  await plain.fill('#reason', 'it asks first')
  await plain.locator('form[action="/vote"] button').click()
  await plain.waitForURL('**/room*')
  hold(!plain.url().includes('no='), 'and it was taken: ' + plain.url())
  const seat = (await view(con)).people.find(p => p.name === 'Plain')
  hold(seat.voted, 'the console has it')
})

test('the result is shown, with the reason of the few, and the group’s choice is played', async () => {
  if ((await view(con)).vote.state !== 'revealed') await con.click('#reveal')
  await until(seats.get('Voter5'), () => view.vote && view.vote.counts)
  await until(screen, () => view.vote.counts && view.vote.minority)
  hold((await screen.innerText('.votes')).includes('nobody asked him that yet'), 'the reason of the few is on the wall')
  hold((await con.innerText('#middle')).includes('nobody asked him that yet'), 'and on the console')
  await eightMetres('the result')
  await picture(screen, 'projector-result')
  await con.click('#play')
  await until(con, () => view.scene.exchange === 1)
  await until(screen, () => view.scene.exchange === 1 && view.scene.you_said)
  await picture(screen, 'projector-scene')
  const line = await screen.evaluate(() => parseFloat(getComputedStyle([...document.querySelectorAll('.words > p:not(.seen):not(.said)')].pop()).fontSize) / innerHeight)
  hold(line >= 1 / 20, 'what is said can be read from eight metres: ' + line)
})

test('every page fits into 320 px, and axe finds nothing', async () => {
  for (const name of ['Voter1', 'Maria', 'Watch1', 'Tomas', 'Aiko', 'Lea']) {
    hold(await fits(seats.get(name)), name + '’s page fits into 320 px')
    await axeFinds(seats.get(name), name + '’s page')
    await picture(seats.get(name), 'phone-' + name.replace(/\d/, ''), true)
  }
  await axeFinds(con, 'the console')
})

test('a freeze stops every page; a silent stop names nobody', async () => {
  await con.click('#freeze')
  await Promise.all(voters().map(page => until(page, () => view.frozen)))
  await con.click('#resume')
  await until(seats.get('Voter3'), () => !view.frozen)
  await con.click('#open')
  await until(seats.get('Voter3'), () => view.vote && view.vote.state === 'open')
  await seats.get('Voter7').evaluate(() => scrollTo(0, 9999))
  await seats.get('Voter7').click('#stop')
  await until(con, () => view.stopped === true && view.frozen)
  await until(seats.get('Voter7'), () => document.getElementById('status').textContent && view.frozen)
  hold(await inSight(seats.get('Voter7'), '#status') && await inSight(seats.get('Voter7'), '.banner.still'), 'whoever stopped sees that it was done')
  await until(seats.get('Voter3'), () => view.frozen && document.querySelector('form button.main').disabled && document.querySelector('fieldset').disabled)
  await until(screen, () => view.frozen && !document.body.textContent.includes(say('web.vote.phone')) && document.querySelector('.foot-line').textContent.includes(say('web.vote.paused')))
  hold((await con.innerText('#middle')).includes('Nobody asks who it was'), 'and the console has words for it')
  hold(!JSON.stringify((await view(con)).past).includes('Voter7'), 'nobody is named')
  await picture(con, 'console-stopped')
  await con.click('#resume')
  await until(con, () => !view.frozen)
})

test('a tie, and a vote without votes, are said and not played', async () => {
  const before = (await view(con)).scene.exchange
  await con.click('#close')
  await until(con, () => view.vote.ended === 'nobody')
  await until(screen, () => document.querySelector('.foot-line').textContent.includes(say('web.vote.nobody')))
  equal(await con.locator('#play').count(), 0, 'there is nothing to play')
  await con.click('#open')
  const some = voters().filter(page => page !== seats.get('Plain')).slice(0, 4)
  await Promise.all(some.map(page => until(page, () => view.vote.state === 'open' && document.querySelector('input[name=choice]'))))
  const lines = (await view(con)).lines.map(line => line.id)
  for (const [i, page] of some.entries()) equal(await page.evaluate(id => ask({ do: 'vote', choice: id }), lines[i % 2]), null)
  await until(con, () => view.vote.in === 4)
  await con.click('#play')
  await until(con, () => view.vote.state === 'closed' && view.vote.ended === 'tie')
  await until(screen, () => document.querySelector('.foot-line').textContent.includes(say('web.vote.tie')))
  await until(some[0], () => document.querySelector('.undecided'))
  equal((await view(con)).scene.exchange, before, 'no line was played by accident')
  await picture(con, 'console-tie')
  await picture(screen, 'projector-tie')
  await con.click('#p-' + lines[1])
  await until(con, n => view.scene.exchange === n + 1, before)
})

test('the meter is on the wall when it is to be shown', async () => {
  await con.evaluate(() => act({ do: 'meter', on: true }))
  await until(screen, () => document.querySelector('.gauge progress'))
  await con.evaluate(() => act({ do: 'meter', on: false }))
  await until(screen, () => !document.querySelector('.gauge'))
})

test('one person takes two roles from the console', async () => {
  const seat = (await view(con)).people.find(p => p.name === 'Watch3').seat
  await con.click('#seats summary')
  await con.selectOption('#r2-' + seat, 'voter')
  await until(seats.get('Watch3'), () => view.you.roles.includes('observer') && view.you.roles.includes('voter'))
  await con.selectOption('#r2-' + seat, '')
  await until(seats.get('Watch3'), () => view.you.roles.join() === 'observer')
  await con.click('#seats summary')
})

test('coach, board, observers do their part', async () => {
  await seats.get('Tomas').click('#w-label')
  await until(seats.get('Maria'), () => view.hint && view.hint.technique === 'label')
  await seats.get('Maria').click('#hint-yes')
  await until(seats.get('Tomas'), () => view.hints.used === 1)
  await seats.get('Aiko').fill('#b-text', 'Daughter, lives with her mother')
  await seats.get('Aiko').click('form:has(#b-text) button')
  await until(con, () => view.board.length === 1)
  await seats.get('Watch1').click('#t-mirror')
  await seats.get('Watch1').click('#undo')
  await seats.get('Watch2').click('#t-open_question')
  await until(con, () => view.observed.taps === 1)
  for (const [i, name] of ['Watch1', 'Watch2', 'Watch3'].entries()) {
    const page = seats.get(name)
    await page.click('#sheet summary')
    await page.check(`#s-calm${i + 2}`)
    await page.fill('#e-calm', 'hands still')
    await page.click('form:has(#e-calm) button')
  }
  await until(con, () => view.observed.calm !== undefined)
})

test('something is brought in, and seen by all', async () => {
  const card = (await view(con)).deck[0]
  await con.click('#i-' + card.id)
  await until(screen, () => view.scene.events.length > 0)
  await con.click('#flag')
  await until(con, () => view.flags.length > 0)
})

test('going back one decision keeps the old way, grey', async () => {
  const before = (await view(con)).scene.exchange
  await con.click('#back')
  await until(con, n => view.scene.exchange < n, before)
  hold((await view(con)).past.some(p => p.grey), 'the way that was left is kept')
  await until(seats.get('Voter4'), n => view.scene.exchange < n, before)
  for (const page of [con, screen, seats.get('Voter4')]) await until(page, () => view.scene.back && document.querySelector('.went-back').textContent === backText(view))
  hold(!(await con.innerText('#left')).match(/rising|falling/), 'and nothing is said to rise or to fall')
  await eightMetres('the way back')
  await picture(con, 'console-rewound', true)
})

test('somebody else goes on, told what they need to know', async () => {
  const seat = await seats.get('Voter1').evaluate(() => view.you.seat)
  await con.click('#tag summary')
  await con.selectOption('#tag-seat', String(seat))
  for (const item of ['name', 'hooks', 'risk']) await con.check('#tag-' + item)
  await con.click('#tag-go')
  await until(seats.get('Voter1'), () => view.you.roles.includes('primary'))
  await until(seats.get('Maria'), () => !view.you.roles.includes('primary'))
})

test('a host that is killed comes back at the last decision, and the phones by themselves', async () => {
  const state = await view(con)
  const code = host.code
  await host.kill()
  await Promise.all([seats.get('Voter3'), screen, con].map(page => until(page, () => !online && [...document.querySelectorAll('[data-ends]')].every(node => node.textContent === '–:––'))))
  for (const page of [screen, seats.get('Voter3'), con]) hold(await page.isVisible('#line') && await page.innerText('#line') !== '', 'it is said that there is no line')
  await picture(screen, 'projector-no-line')
  await host.start()
  equal(host.code, code, 'the code')
  const whole = [con, screen, ...seats.values()].filter(page => page !== seats.get('Plain'))
  await Promise.all(whole.map(page => page.waitForFunction(hash => !document.body.classList.contains('offline') && socket.readyState === 1 && view.hash === hash, state.hash, { timeout: 90000, polling: 100 })))
  const now = await view(con)
  equal(now.scene.exchange, state.scene.exchange, 'the exchange')
  await until(con, n => view.people.filter(p => p.here).length >= n, VOTERS + 6)
})

test('ten phones drop out and find their seats again', async () => {
  const ten = [...seats].filter(([name]) => /^Voter1[0-9]$/.test(name))
  equal(ten.length, 10)
  const names = await Promise.all(ten.map(async ([, page]) => (await view(page)).you.name))
  await Promise.all(ten.map(([, page]) => page.goto('about:blank')))
  await until(con, () => view.people.filter(p => !p.here && /^Voter1[0-9]$/.test(p.name)).length === 10)
  await Promise.all(ten.map(([, page]) => page.goto(host.url + '/room')))
  await Promise.all(ten.map(([, page]) => until(page, () => typeof view !== 'undefined' && view && view.hash)))
  const again = await Promise.all(ten.map(async ([, page]) => (await view(page)).you.name))
  equal(JSON.stringify(again), JSON.stringify(names), 'the same people')
})

test('the encounter goes on and ends; the debrief is walked through page by page', async () => {
  for (let i = 0; i < 3; i++) {
    const n = (await view(con)).scene.exchange
    const page = seats.get('Voter1')
    if ((await view(con)).vote && (await view(con)).vote.state === 'reading') await con.click('#open')
    await until(con, () => !view.vote || view.vote.state !== 'reading')
    if ((await view(con)).vote && (await view(con)).vote.state === 'open') await con.click('#close')
    await until(page, () => view.may && view.may.choose)
    await page.click('button.line')
    await until(con, was => view.scene.exchange > was, n)
  }
  await con.click('#end')
  await until(con, () => view.room.phase === 'debrief')
  for (const id of ['settle', 'self', 'board', 'timeline', 'questions', 'what-if', 'keep', 'close']) {
    if (id !== 'settle') await con.click('#page-' + id)
    await until(con, page => view.room.page === page, id)
    await until(screen, page => view.debrief && view.debrief.page === page, id)
    await until(seats.get('Voter3'), page => view.debrief && view.debrief.page === page, id)
    if (id === 'self') {
      for (const item of ['listening', 'timing', 'regulation', 'safety', 'respect', 'outcome']) {
        await seats.get('Voter1').fill('#rate-' + item, '60')
        await seats.get('Voter1').click('#rate-go-' + item)
        await until(screen, name => view.debrief.ratings.some(r => r.item === name && r.self === 60), item)
      }
    }
    if (id === 'keep') {
      await seats.get('Voter3').fill('#say-keep', 'naming what he feels')
      await seats.get('Voter3').click('#send-keep')
      await until(screen, () => view.debrief.keep.length === 1)
    }
    if (id === 'timeline') { // whatever was done to the room stands there, the way that was left too
      const rows = (await view(screen)).debrief.timeline
      for (const verb of ['inject', 'rewind']) hold(rows.some(t => t.verb === verb && t.says), verb + ' on the timeline')
      hold(rows.some(t => t.grey) && rows.some(t => t.marks.some(m => m.kind === 'flag')), 'grey, and a flag')
      hold(rows.some(t => (t.votes || []).some(x => (x.reasons || []).includes('nobody asked him that yet'))), 'the reason of the few')
    }
    await picture(screen, 'debrief-' + id)
    await picture(con, 'console-debrief-' + id, true)
    if (id === 'timeline') await picture(seats.get('Voter3'), 'phone-debrief', true)
  }
  await axeFinds(con, 'the console in the debrief')
  await axeFinds(seats.get('Voter3'), 'a phone in the debrief')
})

test('every seat ends with the same public hash', async () => {
  const pages = [con, screen, ...seats.values()].filter(page => page !== seats.get('Plain'))
  const hashes = new Set(await Promise.all(pages.map(async page => (await view(page)).hash)))
  equal(hashes.size, 1, 'hashes: ' + [...hashes])
})

test('when the room is closed there is a last page: thanks, who is there for you, where the debrief is', async () => {
  await con.click('#finish')
  for (const page of [con, screen, seats.get('Voter3')]) await until(page, () => view.room.phase === 'closed')
  for (const page of [screen, seats.get('Voter3')]) {
    const text = await page.innerText('main')
    for (const part of ['Thank you for being here', 'your local crisis line', 'kept on the computer']) hold(text.includes(part), part)
  }
  const text = await con.innerText('main')
  for (const part of ['closed for everybody', 'your local crisis line', 'Save the debrief']) hold(text.includes(part), part)
  hold(!/, as only you see|NaN|undefined/.test(text), text)
  await axeFinds(con, 'the console of a room that is over')
  await picture(con, 'console-closed', true)
  await picture(screen, 'projector-closed')
})

test('the room ends cleanly and leaves a play that replays', async () => {
  const end = await host.stop()
  equal(end.code, 0, 'exit: ' + host.said.slice(-400))
  const { execFileSync } = await import('node:child_process')
  const said = execFileSync(program, ['replay', host.room + '.1.play', '--verify'], { env: { ...process.env, TALKDOWN_HOME: host.folder, LC_ALL: 'C.UTF-8' }, encoding: 'utf8' })
  hold(said.length > 0, 'replay --verify says so')
})

test('no page complained, and none asked for anything elsewhere', async () => {
  await guests.nobodyComplains()
})

await run(async () => {
  if (chromium) await chromium.close()
  if (host.child) await host.finish()
})
