// kept.mjs - what is left of a group's session: its debrief as page, document, table and data, read from the room's
// file where no room is open, and from the console; who is named in it; and what becomes of a room whose scenario was
// changed in between.
//
// usage: kept.mjs PROGRAM [FOLDER FOR WHAT WAS WRITTEN]
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, Host, axe, browser, equal, hold, http, instructor, joinByForm, run, test } from './party.mjs'

const [program, kept] = process.argv.slice(2)
const folder = kept || mkdtempSync(join(tmpdir(), 'talkdown-kept-'))
mkdirSync(folder, { recursive: true })
const at = name => join(folder, name)
const NAMES = ['Zoraida', 'Benedikt', 'Oluwaseun', 'Ingeborg', 'Thelonious']

function talkdown(home, ...words) {
  const done = spawnSync(program, words, { encoding: 'utf8', timeout: 120000, env: { ...process.env, TALKDOWN_HOME: home, LC_ALL: 'C.UTF-8' } })
  return { status: done.status, out: done.stdout, said: done.stderr }
}

/** A team at its table, from the briefing to what to keep; a second attempt if it is wanted. */
async function session(host, again) {
  const boss = await instructor(host)
  const seats = {}
  for (const [i, role] of ['primary', 'coach', 'board', 'observer', 'observer'].entries()) {
    seats[NAMES[i]] = await new Client(host, await joinByForm(host, NAMES[i], role)).opened
    await seats[NAMES[i]].until(view => view.you)
  }
  const [speaker, coach, board, ...observers] = NAMES.map(name => seats[name])
  const done = async (client, message) => equal(await client.ask(message), null, JSON.stringify(message))
  const choose = async index => {
    const view = await speaker.until(v => v.lines && v.lines.length > index)
    const number = view.scene.exchange
    await done(speaker, { do: 'choose', choice: view.lines[index].id })
    await speaker.until(v => v.scene.exchange !== number)
  }
  await done(boss, { do: 'start' })
  await done(boss, { do: 'next' })
  await speaker.until(view => view.room.phase === 'play')
  await done(coach, { do: 'hint', text: 'slowly, a name first' })
  await choose(0)
  await done(observers[0], { do: 'seen', technique: 'introduce' })
  await done(observers[1], { do: 'seen', technique: 'label' })
  await done(board, { do: 'board', kind: 'risk', text: '=HYPERLINK("http://evil.example") he stands outside the rail' })
  await choose(1)
  await done(boss, { do: 'flag', text: 'the coat <b>matters</b>' })
  await done(observers[0], { do: 'stop' }) // nobody will know
  await boss.until(view => view.stopped)
  await done(boss, { do: 'resume' })
  await done(boss, { do: 'inject', card: boss.view.deck[0].id })
  for (let i = 0; i < 4; i++) await choose(i % 2)
  for (const observer of observers) for (const [i, item] of ['values', 'fear', 'asks', 'guides', 'agreement', 'calm', 'risk'].entries())
    await done(observer, { do: 'sheet', item, score: 1 + (i + observers.indexOf(observer)) % 5, text: i === 0 ? 'used his name, “Daniel”' : '' })
  await done(boss, { do: 'end' })
  await boss.until(view => view.room.phase === 'debrief' || view.room.phase === 'feedback', 'the debrief')
  if (boss.view.room.phase !== 'debrief') await done(boss, { do: 'next' })
  await boss.until(view => view.room.phase === 'debrief')
  await done(boss, { do: 'show', page: 'self' })
  for (const item of ['listening', 'timing', 'regulation', 'safety', 'respect', 'outcome']) await done(speaker, { do: 'rate', item, score: 55 })
  for (const page of ['board', 'timeline', 'questions', 'what-if', 'keep']) await done(boss, { do: 'show', page })
  await done(coach, { do: 'keep', text: 'waiting before each line' })
  await done(board, { do: 'change', text: 'one question at a time' })
  if (again) {
    await done(boss, { do: 'again' })
    await choose(0)
    await done(boss, { do: 'end' })
    await boss.until(view => view.room.phase !== 'play')
  }
  return boss
}

const home = mkdtempSync(join(tmpdir(), 'talkdown-home-'))
const rooms = {}
async function play(rung, again) {
  const host = await new Host(program, ['--preset', 'team-table', '--rung', rung]).start()
  const boss = await session(host, again)
  return { host, boss }
}

test('a team plays, stops, marks and rates; the host is killed, and the file is there', async () => {
  for (const rung of ['personal', 'class']) {
    const { host } = await play(rung, rung === 'personal')
    await host.kill()
    rooms[rung] = at(rung + '.room')
    cpSync(host.room, rooms[rung])
    await host.finish()
  }
})

test('the debrief is written from the file alone: page, document, table, data, text', async () => {
  for (const rung of ['personal', 'class']) {
    const done = talkdown(home, 'debrief', rooms[rung], '--html', at(rung + '.html'), '--pdf', at(rung + '.pdf'), '--csv', at(rung + '.csv'), '--json', '-o', at(rung + '.json'), '--lang', 'en')
    equal(done.status, 0, done.said)
    equal(statSync(at(rung + '.html')).mode & 0o777, 0o600, 'readable by its owner alone')
  }
  equal(talkdown(home, 'debrief', rooms.personal, '--pdf', at('letter.pdf'), '--paper', 'letter', '--lang', 'fr').status, 0)
  hold(/^Débriefing du groupe/m.test(talkdown(home, 'debrief', rooms.personal, '--lang', 'fr').out), 'plain text, in French')
  equal(spawnSync('qpdf', ['--check', at('personal.pdf')]).status, 0, 'a sound PDF')
  hold(/Page size: +612 x 792/.test(spawnSync('pdfinfo', [at('letter.pdf')], { encoding: 'utf8' }).stdout), 'Letter')
})

test('everything the pages showed is in it', async () => {
  const data = JSON.parse(readFileSync(at('class.json'), 'utf8'))
  equal(data.format, 'talkdown-group-debrief-1')
  const team = data.teams[0]
  equal(team.ratings.length, 6)
  hold(team.ratings.every(r => r.self === 55 && r.score !== undefined), 'own view and figures')
  hold(team.kept && team.facts.every(f => f.said || f.caught) && team.others.length > 0, 'the board against the truth: ' + JSON.stringify([team.facts, team.others]))
  equal(team.not_told.length, team.card.untold, 'one figure of what was never told')
  hold(team.total_says.length > 0 && team.total >= 0, 'the total')
  hold(team.timeline.length >= 6 && team.timeline[0].marks.filter(m => m.kind === 'tap').length === 2, 'taps on the first decision')
  hold(team.timeline.some(t => t.marks.some(m => m.kind === 'flag')) && team.timeline.some(t => t.marks.some(m => m.kind === 'hint')), 'flags and hints')
  equal(team.sheets.length, 7)
  hold(team.sheets.every(s => s.raters === 2), 'two observers merged')
  hold(Number.isInteger(team.agreement.sheets), 'Fleiss’ kappa')
  equal(team.timeline.find(t => t.number === team.opened).apart_of, 'observers', 'the greatest disagreement is opened first')
  hold(team.questions.length === 3 && team.keep[0] === 'waiting before each line' && team.change[0] === 'one question at a time', 'questions, keep, change')
  const attempts = JSON.parse(readFileSync(at('personal.json'), 'utf8')).teams[0].attempts
  const back = JSON.parse(readFileSync(at('personal.json'), 'utf8')).teams[0].timeline.find(t => t.verb === 'rewind')
  hold(back.anew && back.says.includes(String(back.before)) && back.before === attempts[0].score && back.after === attempts[1].score, 'said in words: ' + back.says)
  hold(attempts[0].attempt === 1 && attempts[0].exchanges >= 6 && attempts[1].exchanges === 1, 'the second attempt beside the first: ' + JSON.stringify(attempts))
  const text = talkdown(home, 'debrief', rooms.class, '--lang', 'en').out
  for (const wanted of ['Own view first', 'Board against truth', 'Where you disagree most', 'Observers’ sheets', 'Fleiss’ kappa', 'Three questions', 'What if', 'Keep', 'Change', 'Going back', 'Before you go', 'What was never told', 'Read aloud', 'Marked: the coat <b>matters</b>', 'Whispered: slowly, a name first'])
    hold(text.includes(wanted), wanted + ' in ' + text)
})

test('names stand in it only where the rung allows, and never beside a vote, a tap, a sheet or the stop', async () => {
  for (const name of NAMES) for (const file of ['class.html', 'class.csv', 'class.json']) hold(!readFileSync(at(file), 'utf8').includes(name), name + ' in ' + file)
  const pdf = spawnSync('pdftotext', [at('class.pdf'), '-'], { encoding: 'utf8' }).stdout
  for (const name of NAMES) hold(!pdf.includes(name), name + ' in the PDF')
  const personal = JSON.parse(readFileSync(at('personal.json'), 'utf8'))
  hold(personal.seats.some(s => s.name === 'Zoraida' && s.roles[0] === 'primary'), 'who sat where')
  for (const name of NAMES) hold(!JSON.stringify(personal.teams).includes(name), name + ' outside the list of seats')
  hold(!/"(stop|token|pin|seed)"/.test(JSON.stringify(personal)), 'no stop, no secret')
})

test('the page is accessible, asks for nothing, and a stranger’s text in it is only text', async () => {
  const html = readFileSync(at('class.html'), 'utf8')
  hold(html.includes('the coat &lt;b&gt;matters&lt;/b&gt;'), 'escaped')
  hold(readFileSync(at('class.csv'), 'utf8').includes(`"'=HYPERLINK(""http://evil.example"")`), 'no formula')
  const chromium = await browser()
  for (const file of ['class.html', 'personal.html']) for (const width of [320, 1100]) {
    const page = await (await chromium.newContext({ viewport: { width, height: 800 }, javaScriptEnabled: true, bypassCSP: true })).newPage()
    const asked = []
    page.on('request', r => { if (!r.url().startsWith('file:')) asked.push(r.url()) })
    await page.goto('file://' + at(file))
    await page.evaluate(axe + ';0')
    const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }))
    equal(found.violations.length, 0, JSON.stringify(found.violations.map(v => [v.id, v.nodes.slice(0, 2).map(n => n.html)])))
    equal(asked.length, 0, asked.join(' '))
    hold(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), file + ' fits ' + width)
    if (kept) await page.screenshot({ path: at(file + width + '.png'), fullPage: true })
  }
  await chromium.close()
})

test('at the rung “record” only that it took place is told, at “practice” nothing', async () => {
  for (const rung of ['record', 'practice']) {
    const { host } = await play(rung)
    await host.kill()
    const done = talkdown(home, 'debrief', host.room, '--json', '--lang', 'en')
    if (rung === 'practice') equal(done.status, 1)
    else equal(Object.keys(JSON.parse(done.out)).join(' '), 'format rung lang scenario title setting preset minutes people', done.out)
    hold(rung === 'record' || /nothing of a group’s session is kept/.test(done.said), done.said)
    await host.finish()
  }
})

test('the console’s links give the same, to the instructor alone and only when it is over', async () => {
  const host = await new Host(program, ['--preset', 'team-table', '--rung', 'class']).start()
  const cookie = async form => (await http(host, 'POST', '/console', { form })).token
  const token = await cookie({ pin: '471100' })
  const before = await http(host, 'GET', '/debrief.html', { cookie: token })
  equal(before.status, 404, 'not while it goes on')
  const boss = await session(host, false)
  for (const [path, type, begins] of [['/debrief.html', 'text/html', '<!doctype html>'], ['/debrief.pdf', 'application/pdf', '%PDF'], ['/debrief.csv', 'text/csv', '"row"'], ['/debrief.json', 'application/json', '{"format"']]) {
    const got = await http(host, 'GET', path, { cookie: token })
    equal(got.status, 200, path)
    hold(got.headers['content-type'].startsWith(type) && got.text.startsWith(begins), path + ' ' + got.headers['content-type'] + ' ' + got.text.slice(0, 40))
    hold(/attachment; filename="talkdown-bridge-rail\./.test(got.headers['content-disposition']), String(got.headers['content-disposition']))
  }
  const chromium = await browser(), context = await chromium.newContext({ viewport: { width: 1280, height: 900 } })
  await context.addCookies([{ name: 'talkdown', value: token, url: host.url }])
  const page = await context.newPage()
  await page.goto(host.url + '/console')
  await page.waitForSelector('a[href="/debrief.pdf"]', { state: 'visible' })
  const [saved] = await Promise.all([page.waitForEvent('download'), page.click('a[href="/debrief.html"]')])
  equal(saved.suggestedFilename(), 'talkdown-bridge-rail.html')
  if (kept) await page.screenshot({ path: at('console.png') })
  await chromium.close()
  const voter = await joinByForm(host, 'Ann', 'voter', '127.0.0.5')
  equal((await http(host, 'GET', '/debrief.html', { cookie: voter, from: '127.0.0.5' })).status, 404, 'nobody else’s')
  equal((await http(host, 'GET', '/debrief.html', { from: '127.0.0.6' })).status, 404)
  boss.close()
  await host.finish()
})

test('a room goes on and is read by the rules it was played by, though the scenario has been changed since', async () => {
  const data = mkdtempSync(join(tmpdir(), 'talkdown-data-')), root = process.env.TALKDOWN_DATA
  for (const part of ['assets', 'scenarios/bridge-rail']) cpSync(join(root, part), join(data, part), { recursive: true })
  process.env.TALKDOWN_DATA = data
  try {
    const host = await new Host(program, ['--preset', 'team-table', '--rung', 'class']).start()
    const { code } = host
    const boss = await session(host, false)
    boss.close()
    await host.kill()
    const file = join(data, 'scenarios/bridge-rail/scenario.json'), text = readFileSync(file, 'utf8')
    const changed = text.replace(/"exchanges": ?(\d+)/, (_, n) => `"exchanges": ${Number(n) - 1}`)
    hold(changed !== text, 'something to change')
    writeFileSync(file, changed)
    await host.start()
    equal(host.code, code, 'the same room')
    hold(/open again/.test(host.said), host.said)
    await host.kill()
    const read = talkdown(host.folder, 'debrief', host.room, '--json', '--lang', 'en')
    equal(read.status, 0, read.said)
    rmSync(join(host.folder, 'frozen'), { recursive: true }) // the copy of then is lost too
    const lost = talkdown(host.folder, 'debrief', host.room, '--json', '--lang', 'en')
    equal(lost.status, 1)
    hold(/has been changed since this room was played/.test(lost.said), lost.said)
    writeFileSync(file, text)
    equal(talkdown(host.folder, 'debrief', host.room, '--json', '--lang', 'en').status, 0, 'and it is read again')
    await host.finish()
  } finally {
    process.env.TALKDOWN_DATA = root
    rmSync(data, { recursive: true })
  }
})

test('what is no room, or no longer one, is refused and left as it is', async () => {
  const bytes = readFileSync(rooms.class)
  const lines = bytes.toString().split('\n')
  const rows = [['', 'empty'], ['talkdown-room 1\n', 'only a head'], [lines.slice(0, 6).join('\n'), 'a cut head'], [lines.map((l, i) => i === 9 ? l + 'x' : l).join('\n'), 'a changed line'],
    [Buffer.from(Array.from({ length: 5000 }, (_, i) => i * 7919 % 256)), 'noise'], ['talkdown-room 1\n' + 'x'.repeat(100000), 'long'], [lines.slice(0, 2).join('\n') + '\nj talkdown-journal 9\n' + lines.slice(3).join('\n'), 'another version']]
  for (const [text, what] of rows) {
    const file = at('broken.room')
    writeFileSync(file, text)
    const read = talkdown(home, 'debrief', file, '--json', '--lang', 'en')
    hold(read.status === 1 || read.status === 2, what + ': ' + read.status + read.said)
    const open = talkdown(home, 'host', '--room', file, '--port', '1', '--lang', 'en')
    hold(open.status === 1 || open.status === 2, what + ' opened: ' + open.status)
    equal(Buffer.compare(readFileSync(file), Buffer.from(text)), 0, what + ' was written over')
  }
  hold(existsSync(rooms.personal))
})

await run(() => { rmSync(home, { recursive: true }); if (!kept) rmSync(folder, { recursive: true }) })
