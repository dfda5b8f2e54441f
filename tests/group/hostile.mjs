// hostile.mjs - strangers on the network: garbage, floods, slow bytes, 200 connections, guessed codes, another's token.
// A voter and an instructor are in the room all the while, and nothing of it may reach them.
//
// usage: hostile.mjs PROGRAM
import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import { deflateRawSync, gzipSync } from 'node:zlib'
import { Client, Host, PIN, equal, hold, http, instructor, joinByForm, raw, run, sleep, test } from './party.mjs'

const [program] = process.argv.slice(2)
const host = new Host(program, ['--vote', '30'])
let boss, voter, voterToken
const BAD = '127.0.0.66' // where the strangers call from

/** The honest ones are served, and quickly. */
async function roomIsWell() {
  const started = Date.now()
  equal(await voter.ask({ do: 'note', text: 'still here' }), null, 'a voter’s note')
  equal(await boss.ask({ do: 'votetime', seconds: 20 + Math.floor(Math.random() * 10) }), null, 'the instructor’s key')
  const page = await http(host, 'GET', '/')
  equal(page.status, 200, 'the join page')
  hold(Date.now() - started < 3000, 'served in ' + (Date.now() - started) + ' ms')
  hold(host.child.exitCode === null, 'the host lives')
}

test('a room with an instructor and a voter', async () => {
  await host.start()
  boss = await instructor(host)
  voterToken = await joinByForm(host, 'Vera', 'voter')
  voter = await new Client(host, voterToken).opened
  await voter.until(view => view.you.name === 'Vera')
  equal(await boss.ask({ do: 'start' }), null)
  equal(await boss.ask({ do: 'next' }), null)
  await voter.until(view => view.room.phase === 'play')
  await roomIsWell()
})

test('garbage instead of HTTP', async () => {
  const bytes = ['\x00\x01\x02\x03\xff\xfe', 'GET', 'GET / HTTP/1.1\r\n\r\n', 'FROB / HTTP/1.1\r\nHost: x\r\n\r\n', 'GET / HTTP/9.9\r\nHost: 127.0.0.1:' + host.port + '\r\n\r\n',
    'GET /' + 'a'.repeat(20000) + ' HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n', 'GET / HTTP/1.1\r\n' + 'X-Y: z\r\n'.repeat(5000) + '\r\n', 'GET /../../etc/passwd HTTP/1.1\r\nHost: 127.0.0.1:' + host.port + '\r\n\r\n',
    'GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: 127.0.0.1:' + host.port + '\r\n\r\n', 'POST /join HTTP/1.1\r\nHost: 127.0.0.1:' + host.port + '\r\nContent-Length: -5\r\n\r\n', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
    'POST /join HTTP/1.1\r\nHost: 127.0.0.1:' + host.port + '\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n']
  for (let i = 0; i < 40; i++) bytes.push(Buffer.from(Array.from({ length: 300 }, () => Math.floor(Math.random() * 256))))
  const all = await Promise.all(bytes.map(b => raw(host, b, { from: BAD, ms: 1500, keep: true })))
  for (const answer of all) hold(!/root:|talkdown=/.test(answer.got), 'nothing is given away: ' + answer.got.slice(0, 200))
  await roomIsWell()
})

test('a body larger than any form, or without a length, is refused', async () => {
  equal((await http(host, 'POST', '/join', { form: { code: host.code, name: 'x'.repeat(9000) } })).status, 413)
  const chunked = await raw(host, 'POST /join HTTP/1.1\r\nHost: 127.0.0.1:' + host.port + '\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n', { ms: 2000, keep: true })
  hold(/^HTTP\/1\.1 411/.test(chunked.got), chunked.got.slice(0, 60))
  await roomIsWell()
})

test('other methods and unknown paths are refused', async () => {
  equal((await http(host, 'GET', '/etc/passwd')).status, 404)
  equal((await http(host, 'POST', '/nothing', { form: { a: 'b' } })).status, 405)
  equal((await http(host, 'DELETE', '/room')).status >= 400, true)
})

test('a name from elsewhere does not lead here, and a page from elsewhere can do nothing', async () => {
  equal((await http(host, 'GET', '/', { headers: { host: 'evil.example:' + host.port } })).status, 421, 'DNS rebinding')
  equal((await http(host, 'GET', '/', { headers: { host: '10.11.12.13:' + host.port } })).status, 421, 'an address not ours')
  equal((await http(host, 'GET', '/', { headers: { host: '127.0.0.1:1' } })).status, 421, 'another port')
  equal((await http(host, 'POST', '/do', { form: { do: 'leave' }, cookie: voterToken, headers: { origin: 'http://evil.example' } })).status, 403, 'a form of elsewhere')
  equal((await http(host, 'POST', '/do', { form: { do: 'leave' }, cookie: voterToken, headers: { origin: 'null' } })).status, 403, 'a form of nowhere')
  const hijack = new Client(host, null, '127.0.0.1', { origin: 'http://evil.example', headers: { cookie: 'talkdown=' + voterToken } })
  await hijack.opened.then(() => { throw new Error('a page of elsewhere got a websocket') }, () => null)
  await roomIsWell()
})

test('guesses at the code are counted, and the address has to wait; others do not', async () => {
  for (let i = 0; i < 5; i++) equal((await http(host, 'POST', '/join', { form: { code: 'AAAA-000' + i, name: 'x' }, from: BAD })).location, '/?no=wrong-code')
  const right = await http(host, 'POST', '/join', { form: { code: host.code, name: 'x' }, from: BAD })
  equal(right.location, '/?no=locked-out', 'even the right code is not heard now')
  equal(right.token, null)
  hold((await joinByForm(host, 'Otto', 'voter', '127.0.0.5')).length === 32, 'somebody else gets in')
})

test('guesses at the PIN are counted too', async () => {
  for (let i = 0; i < 5; i++) equal((await http(host, 'POST', '/console', { form: { pin: '00000' + i }, from: '127.0.0.67' })).location, '/console?no=wrong-pin')
  equal((await http(host, 'POST', '/console', { form: { pin: PIN }, from: '127.0.0.67' })).location, '/console?no=locked-out')
  hold((await http(host, 'POST', '/console', { form: { pin: PIN }, from: '127.0.0.1' })).token, 'the instructor gets in')
})

test('nobody becomes an instructor by asking for the role', async () => {
  const token = await joinByForm(host, 'Mallory', 'instructor')
  const client = await new Client(host, token).opened
  const view = await client.until(v => v.you)
  hold(!view.you.roles.includes('instructor'), JSON.stringify(view.you))
  equal(await client.ask({ do: 'end' }), 'not-your-right')
  client.close()
})

test('another’s token does not work from elsewhere while they are here', async () => {
  const thief = await new Client(host, voterToken, BAD).opened
  equal(await thief.closed, 4403)
  equal(thief.view, null, 'no view was sent')
  const page = await http(host, 'GET', '/room', { cookie: voterToken, from: BAD })
  equal(page.status, 303, 'nor by a page')
  await roomIsWell()
})

test('the tabs of a room that is over lock nobody out, and say that it is over', async () => {
  const from = '127.0.0.69'
  for (let i = 0; i < 12; i++) { // a class behind one address
    const stale = randomBytes(16).toString('hex')
    equal(await (await new Client(host, stale, from).opened).closed, 4403)
    equal((await http(host, 'GET', '/room', { cookie: stale, from })).location, '/?no=room-over')
  }
  hold((await http(host, 'GET', '/?no=room-over', { from })).text.includes('from a room that is over'), 'the form says so')
  hold((await http(host, 'GET', '/console', { cookie: randomBytes(16).toString('hex'), from })).text.includes('The room you were leading is over'), 'and the console’s')
  hold((await joinByForm(host, 'Newly', 'voter', from)).length === 32, 'and the new code is heard')
  await roomIsWell()
})

test('whoever has a seat keeps it while another behind the same address guesses codes', async () => {
  const from = '127.0.0.71'
  const token = await joinByForm(host, 'Seated', 'voter', from)
  for (let i = 0; i < 5; i++) await http(host, 'POST', '/join', { form: { code: 'AAAA-000' + i, name: 'x' }, from })
  equal((await http(host, 'GET', '/room', { cookie: token, from })).status, 200)
})

test('the instructor comes back to their seat with the PIN, and is not a second one', async () => {
  const count = () => boss.view.people.filter(p => p.roles.includes('instructor')).length
  const other = await instructor(host)
  const before = count()
  const again = await http(host, 'POST', '/console', { form: { pin: PIN }, cookie: other.token })
  equal(again.token, other.token, 'the same seat in another tab')
  other.close()
  await sleep(500)
  const later = await instructor(host)
  equal(later.token, other.token, 'and the same in another browser')
  equal(count(), before)
  later.close()
})

test('guessed tokens are worth nothing', async () => {
  for (let i = 0; i < 8; i++) {
    const client = await new Client(host, i.toString(16).repeat(32).slice(0, 32), '127.0.0.68').opened
    equal(await client.closed, 4403)
  }
  await roomIsWell()
})

test('messages that are none, too long, or in pieces', async () => {
  const token = await joinByForm(host, 'Rude', 'voter', '127.0.0.9')
  for (const bytes of ['', '{', 'null', '[]', '{"v":1}', '{"v":2,"do":"vote"}', '{"v":1,"do":"choose","choice":"c001"}', '{"v":1,"do":"vote","choice":"../../x"}', '{"v":1,"do":"note","text":"' + '\\u0000' + '"}', '\u0000\u0001', '{"v":1,"n":99999999999999999999,"do":"stop"}', '[['.repeat(900)]) {
    const client = await new Client(host, token, '127.0.0.9').opened
    await client.until(view => view.you)
    client.socket.send(bytes)
    await sleep(30)
    client.close()
  }
  const long = await new Client(host, token, '127.0.0.9').opened
  long.socket.send('{"v":1,"do":"note","text":"' + 'a'.repeat(5000) + '"}')
  equal(await long.closed, 1009, 'a message too long')
  const binary = await new Client(host, token, '127.0.0.9').opened
  binary.socket.send(Buffer.from([1, 2, 3]))
  hold(await binary.closed, 'bytes that are no text')
  const pieces = await new Client(host, token, '127.0.0.9').opened
  await pieces.until(view => view.you)
  pieces.socket.send('{"v":1,"n":7,', { fin: false })
  await sleep(50)
  pieces.socket.send('"do":"note","text":"in two pieces"}', { fin: true })
  const answer = await new Promise(done => pieces.waiting.set(7, done))
  equal(answer, null, 'a message in two pieces is one message')
  pieces.close()
  await roomIsWell()
})

// --- below the websocket: frames made by hand -----------------------------------------------------------------

/** One frame; fin, reserved bits, opcode and length as wished. */
function frame(payload, { fin = true, rsv = 0, op = 1, length = payload.length } = {}) {
  const head = [(fin ? 0x80 : 0) | rsv << 4 | op]
  const size = length < 126 ? [length] : length < 65536 ? [126, length >> 8, length & 255] : [127, 0, 0, 0, 0, ...Buffer.from(Uint32Array.of(length).buffer).reverse()]
  head.push(size[0] | 0x80, ...size.slice(1))
  const mask = randomBytes(4)
  const body = Buffer.from(payload)
  for (let i = 0; i < body.length; i++) body[i] ^= mask[i % 4]
  return Buffer.concat([Buffer.from(head), mask, body])
}
/** A websocket whose frames nobody checks before they are sent.  closed resolves to all that came. */
function bare(from, token, { key = randomBytes(16).toString('base64'), extra = '' } = {}) {
  const socket = connect({ port: host.port, host: '127.0.0.1', localAddress: from })
  const parts = []
  socket.on('data', data => parts.push(data))
  socket.on('error', () => null)
  const closed = new Promise(done => socket.on('close', () => done(Buffer.concat(parts))))
  socket.on('connect', () => socket.write(`GET /ws HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n${key === null ? '' : `Sec-WebSocket-Key: ${key}\r\n`}${extra}Cookie: talkdown=${token}\r\n\r\n`))
  const open = (async () => {
    for (let i = 0; i < 300 && !Buffer.concat(parts).includes('\r\n\r\n'); i++) await sleep(10)
    return Buffer.concat(parts).toString('latin1')
  })()
  return { socket, open, closed, got: () => Buffer.concat(parts).toString('latin1'), soon: (ms = 10000) => Promise.race([closed, sleep(ms).then(() => null)]) }
}

test('frames that break the rules of websockets end the line, are refused or come to nothing; nobody else notices', async () => {
  const token = await joinByForm(host, 'Frames', 'voter', '127.0.0.20')
  const note = Buffer.from('{"v":1,"n":1,"do":"note","text":"x"}')
  const send = async (what, frames) => {
    const line = bare('127.0.0.20', token)
    hold((await line.open).startsWith('HTTP/1.1 101'), what + ': it opens')
    for (const bytes of frames) line.socket.write(bytes)
    return line
  }
  const refused = {
    'bytes that are no UTF-8': [frame([0x22, 0xff, 0xfe, 0xc0, 0xaf, 0x22])],
    'half a character, then the end': [frame([0xe2, 0x82])],
    'a surrogate written out': [frame([0xed, 0xa0, 0x80])],
    'a ping of 1000 bytes': [frame(Buffer.alloc(1000), { op: 9 })],
    'a compressed bomb nobody agreed to': [frame(deflateRawSync(Buffer.alloc(4 << 20, 'a')), { rsv: 4 })],
  }
  for (const [what, frames] of Object.entries(refused)) {
    const line = await send(what, frames)
    const end = await line.soon(5000)
    hold(end || /"no":"(bad-message|message-too-long)"/.test(line.got()), what + ': the line is ended, or the message refused')
    line.socket.destroy()
  }
  // the library bears these without a word: then they must come to nothing
  const borne = {
    'reserved bits': [frame(note, { rsv: 4 })],
    'an opcode that is none': [frame(note, { op: 3 })],
    'a ping in pieces': [frame(Buffer.from('a'), { op: 9, fin: false })],
    'a piece that continues nothing': [frame(note, { op: 0 })],
    'a new message inside another': [frame(Buffer.from('{'), { fin: false }), frame(note)],
    'a length of four gigabytes': [frame(Buffer.from('x'), { length: 0xffffffff })],
  }
  const before = host.memoryKb
  const lines = await Promise.all(Object.entries(borne).map(([what, frames]) => send(what, frames)))
  await roomIsWell()
  for (const line of lines) line.socket.destroy()
  hold(host.memoryKb - before < 20 * 1024, 'a promised length costs nothing: ' + (host.memoryKb - before) + ' kB')
  await roomIsWell()
})

test('a message of endless pieces is cut off; pings without end cost nobody anything', async () => {
  const token = await joinByForm(host, 'Pieces', 'voter', '127.0.0.21')
  const endless = bare('127.0.0.21', token)
  await endless.open
  endless.socket.write(frame(Buffer.from('{"v":1,"do":"note","text":"'), { fin: false }))
  for (let i = 0; i < 400 && !endless.socket.destroyed; i++) endless.socket.write(frame(Buffer.alloc(64, 97), { fin: false, op: 0 }))
  hold(await endless.soon(), 'it is cut off')
  const empty = bare('127.0.0.21', token)
  await empty.open
  empty.socket.write(frame(Buffer.from('{"v":1,'), { fin: false }))
  for (let i = 0; i < 20000; i++) empty.socket.write(frame(Buffer.alloc(0), { fin: false, op: 0 }))
  const pings = bare('127.0.0.21', token)
  await pings.open
  for (let i = 0; i < 20000; i++) pings.socket.write(frame(Buffer.from('ping'), { op: 9 }))
  await roomIsWell()
  empty.socket.destroy()
  pings.socket.destroy()
  await roomIsWell()
})

test('an upgrade that is not whole, or asks for compression, is answered plainly', async () => {
  const token = await joinByForm(host, 'Upgrade', 'voter', '127.0.0.22')
  const keyless = bare('127.0.0.22', token, { key: null })
  hold(!(await keyless.open).startsWith('HTTP/1.1 101'), 'no key, no line')
  keyless.socket.destroy()
  const deflate = bare('127.0.0.22', token, { extra: 'Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n' })
  const head = await deflate.open
  hold(head.startsWith('HTTP/1.1 101') && !/permessage-deflate/i.test(head), 'nothing is ever unpacked here: ' + head.slice(0, 300))
  deflate.socket.destroy()
  await roomIsWell()
})

test('requests that mean two things at once, or hide a second one, are taken as one or refused', async () => {
  const name = 'Smuggled'
  const inner = `code=${host.code}&name=${name}&role=voter`
  const at = `Host: 127.0.0.1:${host.port}\r\nContent-Type: application/x-www-form-urlencoded\r\n`
  const hidden = `POST /join HTTP/1.1\r\n${at}Content-Length: ${inner.length}\r\n\r\n${inner}`
  const twofold = [
    `POST /nothing HTTP/1.1\r\n${at}Content-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    `POST /join HTTP/1.1\r\n${at}Content-Length: 3\r\nContent-Length: ${inner.length}\r\n\r\n${inner}`,
    `POST /join HTTP/1.1\r\n${at}Content-Length: ${inner.length}\r\n\r\n${inner.slice(0, -5)}`,
    `GET / HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nX: a\r\n folded\r\n\r\n`,
    `GET / HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nHost: evil.example\r\n\r\n`,
    `GET /\u0000/x HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\n\r\n`,
    `GET /room HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nCookie: ${'talkdown=00;'.repeat(2000)}\r\n\r\n`,
  ]
  for (const bytes of twofold) {
    const answer = await raw(host, bytes, { from: '127.0.0.69', ms: 1500, keep: true })
    hold(!/talkdown=[0-9a-f]{32}/.test(answer.got), 'nobody gets in by it: ' + bytes.slice(0, 60) + ' … ' + answer.got.slice(0, 120))
  }
  // a body that is another request stays a body
  await raw(host, `POST /do HTTP/1.1\r\n${at}Content-Length: ${hidden.length}\r\n\r\n${hidden}`, { from: '127.0.0.69', ms: 1500, keep: true })
  hold(!boss.view.people.some(p => p.name.startsWith(name)), 'nobody was smuggled in')
  await raw(host, `GET / HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\n\r\n`.repeat(400), { from: '127.0.0.69', ms: 1500, keep: true })
  await roomIsWell()
})

test('packed bodies are not unpacked', async () => {
  const bomb = gzipSync(Buffer.alloc(8 << 20, 'a'))
  for (const [body, status] of [[bomb, [400, 411, 413, 415]], [gzipSync('code=' + host.code + '&name=Packed'), [303, 400, 413, 415]]]) {
    const answer = await raw(host, [`POST /join HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Encoding: gzip\r\nContent-Length: ${body.length}\r\n\r\n`, body], { from: '127.0.0.70', ms: 2500, keep: true })
    const code = Number(/^HTTP\/1\.1 (\d+)/.exec(answer.got)?.[1] || 0)
    hold(code === 0 || status.includes(code), 'answered with ' + code)
    hold(!/talkdown=[0-9a-f]{32}/.test(answer.got), 'nobody gets in by it')
  }
  hold(host.memoryKb < 150 * 1024, host.memoryKb + ' kB')
  await roomIsWell()
})

test('ways out of the folder lead nowhere', async () => {
  for (const path of ['/..%2f..%2fetc/passwd', '/%252e%252e/%252e%252e/etc/passwd', '/room.js/../../../../etc/passwd', '/person/../../../../etc/passwd.png', '/person/..%2f..%2f..%2fetc%2fpasswd.png', '/font/..%5c..%5cx', '/words.../etc/passwd.json', '/words.%2e%2e%2fx.json', '//etc/passwd', '/person/%00.png', '/words.xx.json', '/' + '../'.repeat(200) + 'etc/passwd'])
    for (const answer of [await raw(host, `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nConnection: close\r\n\r\n`, { from: '127.0.0.71', ms: 1200, keep: true })])
      hold(!/root:|talkdown=/.test(answer.got) && !/^HTTP\/1\.1 200/.test(answer.got), path + ': ' + answer.got.slice(0, 80))
  await roomIsWell()
})

test('names and words of bad bytes harm no page', async () => {
  for (const body of ['name=%ff%fe%c0%af', 'name=%ed%a0%80x', 'name=%e2%80%aeevil', 'name=%00%00', 'name=' + '%f0%9f%91%a9'.repeat(40), 'name=%', 'name=%zz', 'name=<script>alert(1)</script>', 'name=a&name=b', '=&&=&', 'name=' + '+'.repeat(300)]) {
    const text = `code=${host.code}&${body}`
    const answer = await raw(host, `POST /join HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${text.length}\r\nConnection: close\r\n\r\n${text}`, { from: '127.0.0.72', ms: 1500, keep: true })
    hold(/^HTTP\/1\.1 (303|400|413)/.test(answer.got), body + ': ' + answer.got.slice(0, 60))
  }
  const token = await joinByForm(host, 'Json', 'voter', '127.0.0.23')
  const client = await new Client(host, token, '127.0.0.23').opened
  await client.until(view => view.you)
  const reasons = []
  for (const text of ['{"v":1,"n":1,"do":"note","text":"\\ud800"}', '{"v":1,"n":2,"do":"note","do":"stop","text":"x"}', '{"v":1,"n":3,"do":"note","text":"' + 'a'.repeat(1500) + '"}', '{"v":1e0,"n":4,"do":"note","text":"x"}', '{"v":1,"n":5,"do":"note","text":"x","extra":1}', '{"v":1,"n":6,"do":"told","fact":"badge"}', '{"v":1,"n":7,"do":"heard","technique":"label"}']) {
    const n = Number(/"n":(\d)/.exec(text)[1])
    const answered = new Promise(done => client.waiting.set(n, done))
    client.socket.send(text)
    reasons.push(await Promise.race([answered, client.closed, sleep(1500).then(() => 'no answer')]))
    if (client.socket.readyState !== 1) break
  }
  hold(!reasons.includes(null), 'none of it is done: ' + reasons.join())
  client.close()
  for (const view of [boss.view, voter.view]) hold(!JSON.stringify(view).includes('\u202e'), 'no text turns round')
  await roomIsWell()
})

test('a flood is slowed, then hung up on; the others do not notice', async () => {
  const token = await joinByForm(host, 'Flood', 'voter', '127.0.0.10')
  const client = await new Client(host, token, '127.0.0.10').opened
  await client.until(view => view.you)
  const flooding = (async () => {
    for (let i = 0; i < 20000 && client.socket.readyState === 1; i++) {
      client.socket.send('{"v":1,"n":1,"do":"note","text":"flood"}')
      if (i % 200 === 0) await sleep(1)
    }
  })()
  await roomIsWell()
  await flooding
  hold(await Promise.race([client.closed, sleep(8000).then(() => null)]), 'the host hung up')
  await roomIsWell()
})

test('200 connections of one address: most are refused, nobody else waits', async () => {
  const sockets = Array.from({ length: 200 }, () => raw(host, 'GET / HTTP/1.1\r\n', { from: '127.0.0.11', ms: 14000, keep: true }))
  await sleep(300)
  await roomIsWell()
  const times = (await Promise.all(sockets)).map(answer => answer.ms)
  hold(times.filter(ms => ms < 3000).length >= 100, 'refused at once: ' + times.filter(ms => ms < 3000).length)
  hold(Math.max(...times) < 13500, 'and those that never finish their request are let go: ' + Math.max(...times))
  await roomIsWell()
})

test('headers and bodies that come one byte at a time are let go', async () => {
  const slow = head => new Promise(done => {
    const started = Date.now()
    const socket = connect({ port: host.port, host: '127.0.0.1', localAddress: '127.0.0.12' })
    const timer = setInterval(() => socket.write('a'), 300)
    socket.on('connect', () => socket.write(head))
    socket.on('error', () => null)
    socket.on('close', () => { clearInterval(timer); done(Date.now() - started) })
  })
  const [a, b] = await Promise.all([slow('GET / HTTP/1.1\r\nHost: '), slow(`POST /join HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nContent-Length: 4000\r\n\r\n`)])
  hold(a < 16000 && b < 16000, `header ${a} ms, body ${b} ms`)
  await roomIsWell()
})

test('a phone that stops reading costs nobody anything and gets the newest state when it reads again', async () => {
  const token = await joinByForm(host, 'Stalled', 'voter', '127.0.0.13')
  const client = await new Client(host, token, '127.0.0.13').opened
  await client.until(view => view.you)
  client.socket._socket.pause()
  for (let i = 0; i < 30; i++) {
    equal(await boss.ask({ do: i % 2 ? 'resume' : 'freeze' }), null)
    await sleep(20)
  }
  await roomIsWell()
  equal(await boss.ask({ do: 'freeze' }), null)
  client.socket._socket.resume()
  await client.until(view => view.frozen)
  equal(await boss.ask({ do: 'resume' }), null)
  await client.until(view => !view.frozen)
  client.close()
})

test('a form without scripts votes, is told what is wrong, and can stop the room', async () => {
  const token = await joinByForm(host, 'Noscript', 'voter', '127.0.0.14')
  const open = await boss.ask({ do: 'open' })
  hold(open === null || open === 'not-this-phase' || open === 'vote-closed' || open !== 'bad-message', String(open))
  await boss.until(view => view.vote && view.vote.state === 'open')
  const page = await http(host, 'GET', '/room', { cookie: token, from: '127.0.0.14' })
  const choice = /name="choice" required value="([^"]+)"/.exec(page.text)
  hold(choice, 'the page has the lines: ' + page.text.slice(-900))
  const sent = await http(host, 'POST', '/vote', { cookie: token, from: '127.0.0.14', form: { choice: choice[1], reason: 'kind & <b>short</b>' }, headers: { origin: host.url } })
  equal(sent.location, '/room')
  await boss.until(view => Object.values(view.vote.counts || {}).some(n => n > 0))
  const wrong = await http(host, 'POST', '/vote', { cookie: token, from: '127.0.0.14', form: { choice: 'c999999' } })
  hold(/^\/room\?no=/.test(wrong.location), wrong.location)
  const told = await http(host, 'GET', wrong.location, { cookie: token, from: '127.0.0.14' })
  hold(/role="alert"/.test(told.text), 'the refusal is said')
  const evil = await http(host, 'GET', '/?no=%3Cscript%3E&code=%22%3E%3Cscript%3Ealert(1)%3C/script%3E')
  hold(!/<script>alert/.test(evil.text), 'what stands in an address is never markup')
  equal((await http(host, 'POST', '/do', { cookie: token, from: '127.0.0.14', form: { do: 'stop' } })).location, '/room')
  await boss.until(view => view.stopped)
  equal(await boss.ask({ do: 'resume' }), null)
})

test('another copy of the program joins in the terminal, votes, and leaves', async () => {
  const { spawn } = await import('node:child_process')
  const wrong = spawn(program, ['join', host.url + '/?code=AAAA-1111', '--name', 'Copy', '--lang', 'en'])
  equal(await new Promise(done => wrong.on('exit', done)), 1, 'a wrong code')
  const copy = spawn(program, ['join', host.url + '/?code=' + host.code, '--name', 'Copy', '--role', 'voter', '--lang', 'en'])
  let said = ''
  copy.stdout.on('data', data => { said += data })
  const ended = new Promise(done => copy.on('exit', done))
  await boss.until(view => view.people.some(p => p.name === 'Copy' && p.here))
  equal(await boss.ask({ do: 'close' }) === 'x', false)
  equal(await boss.ask({ do: 'open' }), null)
  for (let i = 0; i < 200 && !/^1\. /m.test(said); i++) await sleep(50)
  hold(/^1\. /m.test(said), 'the lines are printed: ' + said)
  copy.stdin.write('1\n')
  await boss.until(view => view.people.some(p => p.name === 'Copy' && p.voted))
  copy.stdin.write('leave\n')
  equal(await ended, 0)
  await boss.until(view => !view.people.some(p => p.name === 'Copy'))
})

test('what is hidden is in no seat’s bytes', async () => {
  const seen = []
  voter.socket.on('message', data => seen.push(String(data)))
  await boss.ask({ do: 'freeze' })
  await boss.ask({ do: 'resume' })
  await sleep(300)
  for (const text of [...seen, JSON.stringify(voter.view)]) hold(!/"(meters|agitation|people|deck|counts|seed)"/.test(text), text.slice(0, 400))
})

test('the host ends cleanly, its memory small', async () => {
  const kb = host.memoryKb
  hold(kb < 150 * 1024, kb + ' kB')
  equal((await host.stop()).code, 0, host.said.slice(-300))
})

await run(() => host.finish())
