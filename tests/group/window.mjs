// window.mjs - a session driven from the program's own window, by keys alone, with phones that are websockets: from
// the home page to the group's debrief, with a host that is killed and opens the same room again.
//
// usage: window.mjs PROGRAM [FOLDER FOR PICTURES].  Skipped without Xvfb and xdotool.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, equal, hold, joinByForm, run, sleep, test } from './party.mjs'

const [program, pictures] = process.argv.slice(2)
const has = tool => spawnSync('which', [tool]).status === 0
if (!has('Xvfb') || !has('xdotool')) {
  console.log('1..0 # SKIP there is no Xvfb or xdotool')
  process.exit(0)
}
const display = ':' + (900 + process.pid % 90)
const home = mkdtempSync(join(tmpdir(), 'talkdown-window-'))
const env = { ...process.env, DISPLAY: display, TALKDOWN_HOME: home, SDL_AUDIODRIVER: 'dummy', LC_ALL: 'C.UTF-8' }
const x = spawn('Xvfb', [display, '-screen', '0', '1280x1440x24'], { stdio: 'ignore' })
process.once('exit', () => { x.kill(); child?.kill('SIGKILL'); rmSync(home, { recursive: true, force: true }) })
let child, said = ''

function start() {
  child = spawn(program, [], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  child.stderr.on('data', data => { said += data })
  child.stdout.on('data', data => { said += data })
}
function stopped() { return child.exitCode !== null || child.signalCode !== null }
const tool = (...words) => { const done = spawnSync('xdotool', words, { env }); hold(done.status === 0, 'xdotool ' + words.join(' ')) }
async function press(...keys) { for (const key of keys) { hold(!stopped(), `the program ended, ${child.exitCode} ${child.signalCode}: ${said}`); tool('key', key); await sleep(600) } }
function picture(name) { if (pictures && has('import')) spawnSync('import', ['-window', 'root', `${pictures}/${name}.png`], { env }) }

/** What the program wrote down about the room that is open: its file, code, our token, its port. */
function room() {
  const path = join(home, 'rooms/last')
  if (!existsSync(path)) return null
  const [file, code, token, port] = readFileSync(path, 'utf8').split('\n')
  return { file, code, token, port: Number(port) }
}
async function roomOpens(known) {
  for (let i = 0; i < 600; i++) {
    const found = room()
    hold(!stopped(), 'the program ended: ' + said)
    if (found && found.port && await fetch(`http://127.0.0.1:${found.port}/`).then(r => r.ok, () => false) && (known || found.token)) return found
    await sleep(100)
  }
  throw new Error('no room was opened')
}

/** The windows that can be seen, each where it covers no other: without a window manager all lie in one place. */
function windows() {
  const found = spawnSync('xdotool', ['search', '--onlyvisible', '--name', '.'], { env }).stdout.toString().trim().split('\n').sort((a, b) => a - b)
  for (const [i, id] of found.entries()) spawnSync('xdotool', ['windowmove', id, '0', String(720 * i)], { env })
  return found
}
async function home_page() {
  start()
  await sleep(2500)
  windows()
  await sleep(500)
}
async function group_page() {
  tool('mousemove', '110', '274', 'click', '1') // "Group session" in the column on the left
  await sleep(700)
}

let host
const phones = []
const everybody = (holds, what) => Promise.all(phones.map(phone => phone.until(holds, what)))
const phaseIs = phase => view => view.room.phase === phase


test('from the home page a room is opened by a click and a key', async () => {
  await sleep(1000)
  await home_page()
  await press('Return') // what comes before the first start
  await sleep(1000)
  await group_page()
  picture('window-group')
  await press('Return')
  host = await roomOpens()
  hold(/^[A-Z]{4}-[0-9]{4}$/.test(host.code), 'a code: ' + host.code)
  await sleep(1500)
  picture('window-lobby')
})

test('phones join by the code', async () => {
  for (const [name, role] of [['Maria', 'primary'], ['Tomas', 'coach'], ['Ada', 'voter'], ['Ben', 'voter'], ['Chiara', 'voter']]) {
    const token = await joinByForm(host, name, role)
    const phone = new Client(host, token)
    phone.token = token
    await phone.opened
    phones.push(phone)
  }
  await everybody(phaseIs('lobby'))
})

test('the projector has a window of its own, and N starts the briefing and then the encounter', async () => {
  await press('b')
  await sleep(2500)
  equal(windows().length, 2, 'windows')
  await sleep(1000)
  picture('window-projector-lobby')
  await press('n')
  await everybody(phaseIs('brief'))
  await press('n')
  await everybody(phaseIs('play'))
})

test('P freezes and goes on', async () => {
  await press('p')
  await everybody(view => view.frozen, 'frozen')
  await press('p')
  await everybody(view => !view.frozen, 'going on')
})

async function voteAndPlay() {
  const voters = phones.slice(2)
  if (!voters[0].view.vote || voters[0].view.vote.state !== 'open') await press('v')
  await Promise.all(voters.map(v => v.until(view => view.vote && view.vote.state === 'open' && view.lines, 'a vote')))
  const before = voters[0].view.scene.exchange
  for (const [i, voter] of voters.entries()) equal(await voter.ask({ do: 'vote', choice: voter.view.lines[i === 2 ? 1 : 0].id }), null, 'a vote')
  await press('s')
  await Promise.all(voters.map(v => v.until(view => view.vote && view.vote.state === 'revealed', 'the result')))
  picture('window-result')
  await press('g')
  await sleep(1500)
  picture('window-played')
  await Promise.all(voters.map(v => v.until(view => view.scene.exchange === before + 1, 'the exchange')))
}

test('the room votes, S shows the result, G plays it', voteAndPlay)

test('M marks the moment and a digit names it; I brings something in; O overrides', async () => {
  await press('m', '2')
  await press('i')
  await press('Tab')
  await sleep(1000)
  tool('type', '--delay', '80', 'A door slams')
  await sleep(1000)
  picture('window-inject')
  await press('Tab', 'Tab', 'Return') // from the field to "disturbs"
  await press('Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Return')
  await phones[0].until(view => JSON.stringify(view.scene.events || []).includes('A door slams'), 'the card')
  const before = phones[0].view.scene.exchange
  await press('o', '1')
  await phones[0].until(view => view.scene.exchange === before + 1, 'the override')
})

test('R goes back one decision, and T lets somebody else go on', async () => {
  const before = phones[0].view.scene.exchange
  await press('r')
  await phones[0].until(view => view.scene.exchange === before - 1 && view.scene.attempt === 2, 'a second attempt')
  await press('t', 'Tab', 'Return', '1')
  await press('Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Return')
  await phones[1].until(view => view.you.roles.includes('primary'), 'Tomas speaks')
})

test('the program is killed, and opens the same room again', async () => {
  const before = { code: host.code, exchange: phones[2].view.scene.exchange, attempt: phones[2].view.scene.attempt }
  child.kill('SIGKILL')
  await sleep(1000)
  await home_page()
  await group_page()
  picture('window-again')
  await press('a')
  host = await roomOpens(true)
  equal(host.code, before.code, 'the code')
  for (const [i, old] of phones.entries()) {
    phones[i] = new Client(host, old.token)
    phones[i].token = old.token
    await phones[i].opened
  }
  await everybody(view => view.scene && view.scene.exchange === before.exchange && view.scene.attempt === before.attempt, 'where it was')
  await sleep(1500)
  await voteAndPlay()
  await press('b')
  await sleep(2500)
  equal(windows().length, 2, 'windows')
  await sleep(1000)
  picture('window-projector')
})

test('E ends it, and N leads the debrief page by page to the last', async () => {
  await press('e')
  picture('window-end')
  await press('Return')
  await everybody(phaseIs('debrief'))
  for (const page of ['settle', 'self', 'timeline', 'questions', 'what-if', 'keep', 'close']) { // nobody has written on the board
    if (page === 'self') await phones[1].until(() => true)
    await phones[0].until(view => view.room.page === page, page)
    await sleep(600)
    picture('window-debrief-' + page)
    if (page === 'self')
      for (const rating of phones[1].view.debrief.ratings) equal(await phones[1].ask({ do: 'rate', item: rating.item, score: 60 }), null, 'a rating')
    if (page !== 'close') await press('n')
  }
  const hashes = new Set(phones.map(phone => phone.view.hash))
  equal(hashes.size, 1, 'the public hash in every seat')
})

test('S saves the report', async () => {
  await press('s')
  for (let i = 0; i < 100 && !existsSync(host.file + '.html'); i++) await sleep(100)
  hold(readFileSync(host.file + '.html', 'utf8').includes('<html'), 'a page')
})

test('the room is closed, and the window ends as it should', async () => {
  await press('f', 'Return')
  await everybody(phaseIs('closed'))
  await press('Escape')
  await sleep(2000)
  hold(!room(), 'a session that came to its end is not offered again')
  child.kill('SIGTERM')
  for (let i = 0; i < 300 && !stopped(); i++) await sleep(100)
  equal(child.exitCode, 0, 'the exit status; ' + said)
})

await run(async () => { phones.forEach(phone => phone.close()) })
