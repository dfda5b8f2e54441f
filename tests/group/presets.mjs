// presets.mjs - the presets besides the class that votes, in real browsers, each from the door to its debrief: three
// who change places while one of them plays the person, a team at a table with every role, a fishbowl whose speaker is
// relieved, several teams on one seed.  No clock is waited for: whoever leads goes on, and what follows is awaited.
//
// usage: presets.mjs PROGRAM [FOLDER FOR PICTURES]
import { Guests, axeFinds, fits, until, view } from './guests.mjs'
import { Client, Host, browser, equal, hold, instructor, joinByForm, run, test } from './party.mjs'

const [program, pictures] = process.argv.slice(2)
const chromium = await browser()
const rooms = []

/** A room with a console and a wall. */
async function room(name, options, locale = 'en-CA') {
  const host = new Host(program, ['--per-address', '300', ...options])
  await host.start()
  const guests = new Guests(host, chromium, pictures)
  const r = { host, guests, con: await guests.console({ locale }), screen: await guests.screen({ locale }), name }
  r.picture = (page, what, whole = true) => guests.picture(page, name + '-' + what, whole)
  rooms.push(r)
  return r
}
/** Somebody without a browser, where nobody needs to see their page. */
async function quiet(r, name, role) {
  const client = await new Client(r.host, await joinByForm(r.host, name, role)).opened
  await client.until(v => v.you)
  return client
}
async function begin(r) {
  await r.con.click('#start')
  await until(r.con, () => view.room.phase === 'brief')
  await r.con.click('#next')
  await until(r.con, () => view.room.phase === 'play')
}
/** Everything the page shows is good: it fits, axe is silent, a picture is taken. */
async function good(r, page, what) {
  hold(await fits(page), what + ' fits')
  await axeFinds(page, what)
  await r.picture(page, what)
}
const seatOf = async (page, name) => (await view(page)).people.find(p => p.name === name).seat
async function leave(r) {
  await r.guests.nobodyComplains()
  for (const page of r.guests.all) await page.context().close()
  equal((await r.host.stop()).code, 0, r.host.said.slice(-400))
}
/** What is on the wall can be read: nothing is cut off, and what is said is a twentieth of its height. */
async function readable(screen, what) {
  const found = await screen.evaluate(() => {
    const cut = [...document.querySelectorAll('.fit, .drop, .wall, .lobby')].filter(box => box.scrollHeight > box.clientHeight + 2).map(box => box.className)
    const line = [...document.querySelectorAll('.words > p:not(.seen):not(.said)')].pop()
    return { cut, line: line ? parseFloat(getComputedStyle(line).fontSize) / innerHeight : 1 }
  })
  equal(found.cut.join(), '', what + ' is cut off')
  hold(found.line >= 1 / 20, what + ': what is said has ' + found.line + ' of the height')
}
async function show(r, page) {
  await r.con.click('#page-' + page)
  await until(r.screen, id => view.debrief && view.debrief.page === id, page)
  await readable(r.screen, page)
  await r.picture(r.screen, 'wall-' + page, false)
}

// --- three who change places, one of them plays the person --------------------------------------------------------

test('back-to-back: whoever plays the person has a card and a gauge, and techniques go to the model as what they are', async () => {
  const r = await room('triad', ['--preset', 'back-to-back', '--human'])
  const people = []
  for (const name of ['Ana', 'Ben', 'Cleo']) people.push(await r.guests.join(name))
  await until(r.con, () => view.room.joined === 3)
  await good(r, r.con, 'console-lobby')
  await readable(r.screen, 'the lobby')
  await begin(r)
  const rounds = []
  for (let round = 0; round < 3; round++) {
    const [speaker, listener, evaluator] = [0, 1, 2].map(i => people[(i + round) % 3])
    await until(speaker, () => view.room.phase === 'play' && view.you.roles.includes('role-player') && view.card && view.meters)
    await until(listener, () => view.you.roles.includes('primary'))
    await until(evaluator, () => view.you.roles.includes('observer'))
    const seen = await view(listener)
    hold(!seen.meters && !seen.card && !seen.lines && !seen.scene.state, 'the listener has the person before them and nothing else')
    const seat = (await view(evaluator)).you.seat
    if (round === 0) await r.con.click('#seats > summary')
    await r.con.click('#a-' + seat)
    await until(evaluator, () => view.you.assistant)
    const before = (await view(speaker)).meters.agitation
    await evaluator.click('#q-1000')
    await evaluator.click('#h-' + ['open_question', 'label', 'paraphrase'][round])
    await until(speaker, () => view.scene.exchange === 1)
    await speaker.click('#h-mirror')
    await until(evaluator, () => view.scene.exchange === 2)
    if (round === 2) {
      await evaluator.click('#also > summary')
      await evaluator.click('#h-order')
      await until(evaluator, () => view.scene.exchange === 3)
    }
    hold((await view(speaker)).meters.agitation !== before, 'the gauge moves')
    const fact = (await view(speaker)).card.facts.find(f => f.kind === 'hook' || f.kind === 'trigger').id
    await speaker.click('#f-' + fact)
    await until(speaker, id => view.card.facts.find(f => f.id === id).given, fact)
    if (round === 0) {
      await good(r, speaker, 'phone-speaker')
      await good(r, listener, 'phone-listener')
      await good(r, evaluator, 'phone-evaluator')
      await good(r, r.con, 'console')
      await readable(r.screen, 'the wall')
      await r.picture(r.screen, 'wall', false)
    }
    await r.con.click('#a-' + seat)
    await r.con.click('#next')
    await until(evaluator, () => view.room.phase === 'feedback')
    equal(Object.keys((await view(evaluator)).sheet).length, 0, 'a blank sheet')
    await evaluator.check('#s-calm' + (round + 2))
    await evaluator.fill('#e-calm', 'round ' + (round + 1))
    await evaluator.click('form:has(#e-calm) button')
    await until(evaluator, () => view.sheet.calm)
    if (round === 0) await good(r, evaluator, 'phone-feedback')
    rounds.push((await view(speaker)).meters.agitation)
    await r.con.click('#next')
  }
  await until(r.con, () => view.room.phase === 'debrief')
  for (const page of ['self', 'beside']) await show(r, page)
  const d = (await view(r.screen)).debrief
  equal(d.rounds.length, 3, 'rounds')
  equal(d.rounds.map(x => x.sheet.calm).join(), '2,3,4', 'the sheet of each round')
  equal(d.rounds.map(x => x.end).join(), rounds.join(), 'where each ended')
  await show(r, 'settle')
  hold((await view(r.screen)).debrief.card.told.length > 0, 'what was told aloud counts as said')
  await show(r, 'timeline')
  equal((await view(r.screen)).debrief.timeline.slice(-3).map(t => t.verb + ' ' + t.act + ' ' + t.verdict).join(), 'heard paraphrase strong,heard mirror strong,heard order harmful')
  equal((await view(r.screen)).debrief.timeline.filter(t => t.verb === 'round').map(t => t.says).join(), 'Round 1,Round 2,Round 3')
  hold(await r.screen.isVisible('text=Heard: order'), 'the wall says what was heard')
  await good(r, r.con, 'console-debrief')
  await leave(r)
})

// --- a team at a table ------------------------------------------------------------------------------------------------

test('team table: hints, the board against truth, brainstorm and tag-in, the sheets of four observers', async () => {
  const r = await room('table', ['--preset', 'team-table'])
  const maria = await r.guests.join('Maria', 'primary')
  const tomas = await r.guests.join('Tomas', 'coach')
  const aiko = await r.guests.join('Aiko', 'board', { locale: 'fr-CA' })
  const sam = await r.guests.join('Sam', 'leader')
  const lea = await r.guests.join('Lea', 'observer')
  const watchers = []
  for (const name of ['Mo', 'Nils', 'Ida']) watchers.push(await quiet(r, name, 'observer'))
  await until(r.con, () => view.room.joined === 8)
  equal(new Set((await view(r.con)).people.filter(p => p.observer).map(p => p.observer)).size, 4, 'each observer looks at something else')
  await r.con.click('#start')
  await until(maria, () => view.may && view.may.pick)
  await good(r, maria, 'phone-briefing')
  await readable(r.screen, 'the briefing')
  await r.picture(r.screen, 'wall-briefing', false)
  await r.con.click('#next')
  await until(maria, () => view.may && view.may.choose)

  // one hint used, one not
  const acts = (await view(tomas)).lines.map(line => line.act)
  await tomas.fill('#whisper', 'ask what happened tonight')
  await tomas.click('form:has(#whisper) button')
  await until(maria, () => view.hint && view.hint.text === 'ask what happened tonight')
  await good(r, maria, 'phone-hint')
  await maria.click('#hint-yes')
  await until(tomas, () => view.hints.used === 1)
  await maria.click('button.line')
  await until(tomas, () => view.scene.exchange === 1)
  await tomas.click('#w-' + (acts.includes('summary') ? 'repair' : 'summary'))
  await until(maria, () => view.hint && view.hint.technique)
  await maria.click('#silent')
  await until(tomas, () => view.hint && view.hint.fate === 'ignored')

  // whoever uses a keyboard alone can speak, and is told what is new
  await maria.evaluate(() => document.activeElement.blur())
  for (let i = 0; i < 60 && !await maria.evaluate(() => document.activeElement.classList.contains('line')); i++) await maria.keyboard.press('Tab')
  await maria.keyboard.press('Enter')
  await until(maria, () => view.scene.exchange === 3)
  await maria.waitForFunction(() => document.getElementById('live').textContent.length > 0)
  hold(await maria.evaluate(() => document.activeElement !== document.body), 'the place on the page is kept')
  await r.con.click('#typed > summary')
  await r.con.locator('#i-text').pressSequentially('A door bangs somewhere below.')
  equal(await r.con.inputValue('#i-effect'), 'disturbs', 'an effect is suggested')
  await r.con.selectOption('#i-effect', 'none')
  await r.con.selectOption('#i-effect', 'disturbs') // and confirmed
  await r.con.click('form:has(#i-text) button')
  await maria.waitForFunction(() => document.getElementById('live').textContent === 'A door bangs somewhere below.')

  // the board, its keeper reading French
  equal(await aiko.getAttribute('html', 'lang'), 'fr')
  await aiko.selectOption('#b-kind', 'trigger')
  await aiko.fill('#b-text', 'Walked out past everybody on Friday')
  await aiko.click('form:has(#b-text) button')
  await until(sam, () => view.board.length === 1)
  await aiko.selectOption('#b-kind', 'fact')
  await aiko.fill('#b-text', 'owns a boat')
  await aiko.click('form:has(#b-text) button')
  await until(r.con, () => view.board.length === 2)
  await good(r, aiko, 'phone-board-french')

  // the leader
  await sam.click('#storm')
  await until(maria, () => view.frozen && view.frozen.why === 'brainstorm')
  await readable(r.screen, 'a brainstorm')
  await r.picture(r.screen, 'wall-brainstorm', false)
  await r.con.click('#resume')
  await until(maria, () => !view.frozen)
  await sam.selectOption('#tag-seat', { label: 'Lea' })
  for (const item of ['name', 'risk']) await sam.check('#tag-' + item)
  await good(r, sam, 'phone-leader')
  await sam.click('form:has(#tag-seat) button')
  await until(lea, () => view.you.roles.includes('primary'))
  await until(maria, () => view.you.roles.includes('observer'))

  // observers
  await maria.click('#t-label')
  await maria.waitForSelector('#undo')
  await good(r, maria, 'phone-observer')
  for (const w of watchers) equal(await w.ask({ do: 'seen', technique: 'mirror' }), null)
  const now = (await view(lea)).scene.exchange
  await until(lea, () => view.may && view.may.choose)
  await lea.click('button.line')
  await until(r.con, n => view.scene.exchange > n, now)
  for (const [i, w] of watchers.entries()) equal(await w.ask({ do: 'sheet', item: 'calm', score: 3 + i % 2, text: 'voice low' }), null)
  await maria.click('#sheet > summary')
  await maria.check('#s-calm5')
  await maria.click('form:has(#e-calm) button')
  await until(r.con, () => view.observed.calm === 3750)
  await good(r, r.con, 'console')
  for (const [width, height] of [[768, 1024], [1024, 768]]) {
    await r.con.setViewportSize({ width, height })
    await good(r, r.con, 'console-tablet-' + width)
  }
  await r.con.setViewportSize({ width: 1280, height: 900 })
  await r.picture(r.screen, 'wall', false)
  await readable(r.screen, 'the scene')

  // the debrief
  await r.con.click('#end')
  await until(lea, () => view.room.phase === 'debrief')
  await show(r, 'self')
  for (const item of ['listening', 'timing', 'regulation', 'safety', 'respect', 'outcome']) {
    await lea.fill('#rate-' + item, '40')
    await lea.click('#rate-go-' + item)
    await until(r.screen, name => view.debrief.ratings.some(x => x.item === name && x.score !== undefined), item)
  }
  await good(r, lea, 'phone-self')
  await show(r, 'board')
  const other = (await view(r.con)).debrief.others.find(o => o.text === 'owns a boat')
  await r.con.selectOption('#match-' + other.entry, 'none')
  await until(r.screen, entry => view.debrief.others.some(o => o.entry === entry && o.misheard), other.entry)
  hold((await view(r.screen)).debrief.facts.some(f => f.as === 'Walked out past everybody on Friday'), 'the entry is laid beside what it stands for')
  await show(r, 'timeline')
  const d = (await view(r.screen)).debrief
  const marks = d.timeline.flatMap(t => t.marks)
  equal(marks.filter(m => m.kind === 'hint').map(m => m.fate).join(), 'used,ignored')
  equal(marks.find(m => m.kind === 'tag').percent, 82)
  equal(marks.filter(m => m.kind === 'tap').length, 4)
  equal(d.sheets.map(s => [s.item, s.raters, s.mean, s.low, s.high].join()).join(' '), 'calm,4,3750,3,5')
  for (const page of ['questions', 'what-if', 'keep']) await show(r, page)
  await good(r, aiko, 'phone-keep-french')
  await good(r, r.con, 'console-debrief')
  for (const w of watchers) w.close()
  await leave(r)
})

// --- a fishbowl ----------------------------------------------------------------------------------------------------------

test('fishbowl: a break between the acts, and in it somebody from the circle goes on', async () => {
  const r = await room('fishbowl', ['--preset', 'fishbowl', '--flow', 'stop-and-discuss'], 'fr-CA')
  const maria = await r.guests.join('Maria', 'primary')
  const others = []
  for (const name of ['Coach', 'Board', 'Leader', 'Obi', 'Una', 'Kai']) others.push(await quiet(r, name, ''))
  const eve = await r.guests.join('Eve', 'observer')
  await begin(r)
  await until(maria, () => view.may && view.may.choose)
  await maria.click('button.line')
  await until(r.con, () => view.scene.exchange === 1)
  await r.con.click('#next')
  await until(eve, () => view.room.phase === 'pause' && view.frozen)
  await readable(r.screen, 'the break')
  await r.picture(r.screen, 'wall-break', false)
  equal(await r.con.getAttribute('html', 'lang'), 'fr')
  equal(await r.screen.getAttribute('html', 'lang'), 'en', 'the wall speaks the language of the room, as its scene does')
  await good(r, r.con, 'console-french')
  await r.con.click('#tag > summary')
  await r.con.selectOption('#tag-seat', String(await seatOf(r.con, 'Eve')))
  for (const item of ['name', 'hooks', 'triggers', 'promises', 'risk']) await r.con.check('#tag-' + item)
  await r.con.click('#tag-go')
  await until(eve, () => view.you.roles.includes('primary'))
  await r.con.click('#next')
  await until(eve, () => view.room.phase === 'play' && view.may && view.may.choose)
  await eve.click('button.line')
  await until(r.con, () => view.scene.exchange === 2)
  await r.con.click('#end')
  await until(r.con, () => view.room.phase === 'debrief')
  const settled = await view(r.screen)
  equal(settled.debrief.page, 'settle')
  await readable(r.screen, 'settle')
  await r.picture(r.screen, 'wall-settle', false)
  await r.con.click('#page-self')
  await r.con.click('#page-timeline')
  await until(r.screen, () => view.debrief.page === 'timeline')
  equal((await view(r.screen)).debrief.timeline.flatMap(t => t.marks).find(m => m.kind === 'tag').percent, 100)
  for (const w of others) w.close()
  await leave(r)
})

// --- several teams ----------------------------------------------------------------------------------------------------------

test('several teams: one seed, a wall that is fair to all, a joint debrief that compares', async () => {
  const r = await room('teams', ['--preset', 'several-teams', '--teams', '3'])
  const first = []
  for (const name of ['Anna', 'Boris', 'Chloe']) first.push(await r.guests.join(name))
  const others = []
  for (const name of ['Dan', 'Elif', 'Finn', 'Gil', 'Hue', 'Ines']) others.push(await quiet(r, name, ''))
  await until(r.con, () => view.room.joined === 9)
  await begin(r)
  await until(r.screen, () => view.wall && view.wall.length === 3)
  const hashes = await Promise.all(first.map(async page => (await view(page)).hash))
  equal(new Set(hashes).size, 1, 'all begin alike')
  const lines = (await view(first[0])).lines.map(line => line.id)
  for (const [i, page] of first.entries()) {
    await until(page, () => view.may && view.may.choose)
    await page.click('#c-' + lines[i])
    await until(page, () => view.scene.exchange === 1)
  }
  await until(r.screen, () => view.wall.every(t => t.exchange === 1))
  const wall = await view(r.screen)
  hold(!/"(agitation|meters|lines|line|answer|said|outcome|stage|vote|scene)"/.test(JSON.stringify(wall)), 'the wall gives nothing away: ' + JSON.stringify(wall))
  await r.con.click('#look-1')
  await until(r.con, () => view.you.team === 1)
  await r.con.evaluate(() => ask({ do: 'freeze', team: 1 }))
  await until(r.screen, () => view.wall[1].frozen && !view.wall[0].frozen)
  await readable(r.screen, 'the wall of teams')
  await axeFinds(r.screen, 'the wall of teams')
  await r.picture(r.screen, 'wall', false)
  await good(r, first[1], 'phone-team')
  await good(r, r.con, 'console')
  await r.con.evaluate(() => ask({ do: 'resume' }))
  await until(first[1], () => !view.frozen)
  for (const page of first.slice(1)) {
    await until(page, () => view.may && view.may.choose)
    await page.click('button.line')
    await until(page, () => view.scene.exchange === 2)
  }
  await r.con.click('#end')
  await until(r.screen, () => view.room.phase === 'debrief')
  for (const item of ['listening']) {
    await r.con.click('#page-self')
    await until(first[0], () => view.debrief && view.debrief.page === 'self')
    await first[0].fill('#rate-' + item, '50')
    await first[0].click('#rate-go-' + item)
    await until(r.con, () => view.debrief.ratings.some(x => x.self === 50) || view.you.team !== 0)
  }
  await show(r, 'beside')
  const d = (await view(r.screen)).debrief
  equal(d.teams.map(t => t.decisions).join(), '1,2,2')
  equal(d.teams.filter(t => t.parted_at === 1).length, 2, 'they parted at the first decision')
  await show(r, 'timeline')
  equal((await view(r.screen)).debrief.timeline.length, 1, 'the wall shows one team’s way')
  await r.con.click('#look-2')
  await until(r.screen, () => view.debrief.team === 2 && view.debrief.timeline.length === 2)
  await r.picture(r.screen, 'wall-timeline-team-3', false)
  await good(r, r.con, 'console-debrief')
  for (const w of others) w.close()
  await leave(r)
})

test('ten teams stand on one wall and can be read', async () => {
  const host = await new Host(program, ['--per-address', '300', '--preset', 'several-teams', '--teams', '10']).start()
  const guests = new Guests(host, chromium, pictures)
  const r = { host, guests, screen: await guests.screen() }
  rooms.push(r)
  const boss = await instructor(host)
  const people = []
  for (let i = 0; i < 10; i++) people.push(await quiet(r, 'P' + i, ''))
  equal(await boss.ask({ do: 'start' }), null)
  equal(await boss.ask({ do: 'next' }), null)
  for (const [i, p] of people.entries()) {
    await p.until(v => v.lines)
    for (let n = 0; n < i % 4; n++) equal(await p.ask({ do: 'choose', choice: (await p.until(v => v.may.choose && v.scene.exchange === n)).lines[(i + n) % 3].id }), null)
  }
  await until(r.screen, () => view.wall && view.wall[7].exchange === 3)
  await readable(r.screen, 'ten teams')
  const least = await r.screen.evaluate(() => Math.min(...[...document.querySelectorAll('figcaption')].map(c => parseFloat(getComputedStyle(c).fontSize))) / innerHeight)
  hold(least >= 1 / 32, 'the names have ' + least + ' of the height')
  await guests.picture(r.screen, 'ten-teams')
  equal(await boss.ask({ do: 'end' }), null)
  equal(await boss.ask({ do: 'show', page: 'beside', anyway: true }), null)
  await until(r.screen, () => view.debrief && view.debrief.page === 'beside' && view.debrief.teams.length === 10)
  await readable(r.screen, 'ten teams side by side')
  await guests.picture(r.screen, 'ten-teams-beside')
  for (const p of people) p.close()
  boss.close()
  await leave(r)
})

await run(async () => {
  await chromium.close()
  for (const r of rooms) if (r.host.child) await r.host.finish()
})
