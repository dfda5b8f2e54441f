// tls.mjs - a room under the site's own certificate: what is wrong with it is said before the room opens, and where
// nothing is, phones, sockets and another copy of the program come in by https and by nothing else.
//
// usage: tls.mjs PROGRAM
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, Host, PIN, WebSocket, equal, hold, raw, run, sleep, test } from './party.mjs'

const [program] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'talkdown-tls-'))
const at = name => join(folder, name)

function openssl(...args) {
  const done = spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' })
  if (done.status !== 0) throw new Error('openssl ' + args.join(' ') + ': ' + done.stderr)
}
/** A certificate for these names and addresses, good for so many days. */
function certificate(name, days, names) {
  writeFileSync(at('names'), 'subjectAltName=' + names + '\n')
  openssl('req', '-new', '-newkey', 'rsa:2048', '-nodes', '-keyout', name + '.key', '-out', 'request', '-subj', '/CN=' + name)
  openssl('x509', '-req', '-in', 'request', '-signkey', name + '.key', '-out', name + '.pem', '-days', String(days), '-extfile', 'names')
}
/** What the program says when it is told to open a room with these. */
function refused(cert, key, ...options) {
  const done = spawnSync(program, ['host', 'bridge-rail', '--port', '1', '--cert', cert, '--key', key, '--lang', 'en', ...options],
    { encoding: 'utf8', timeout: 60000, env: { ...process.env, TALKDOWN_HOME: folder } })
  return { status: done.status, said: done.stderr.trim() }
}
function ask(host, method, path, { form, headers = {}, ca } = {}) {
  const body = form ? new URLSearchParams(form).toString() : undefined
  return new Promise((done, failed) => {
    const asked = request({ host: '127.0.0.1', port: host.port, method, path, ca, agent: false, ...(headers.host ? { checkServerIdentity: () => undefined } : {}), timeout: 20000,
      headers: { ...(body ? { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) } : {}), ...headers } }, response => {
      let text = ''
      response.on('data', part => { text += part })
      response.on('end', () => done({ status: response.statusCode, headers: response.headers, text, location: response.headers.location }))
    })
    asked.on('error', failed)
    asked.end(body)
  })
}

let host, ca
test('certificates and keys are made', async () => {
  certificate('room', 30, 'DNS:room.college.example,IP:127.0.0.1')
  certificate('other', 30, 'IP:127.0.0.1')
  certificate('old', -1, 'IP:127.0.0.1')
  openssl('rsa', '-aes256', '-passout', 'pass:secret', '-in', 'room.key', '-out', 'locked.key')
  writeFileSync(at('text.pem'), 'no certificate at all\n')
  ca = readFileSync(at('room.pem'))
})

test('what is wrong with a certificate is said, with its file, and no room opens', async () => {
  const rows = [
    ['missing.pem', 'room.key', 'There is no file ' + at('missing.pem')],
    ['room.pem', 'missing.key', 'There is no file ' + at('missing.key')],
    ['text.pem', 'room.key', at('text.pem') + ': this is no certificate'],
    ['room.pem', 'text.pem', at('text.pem') + ': this is no private key'],
    ['room.pem', 'locked.key', at('locked.key') + ': this is no private key (PEM), or it has a password'],
    ['room.pem', 'other.key', at('other.key') + ': this key does not belong'],
    ['old.pem', 'old.key', at('old.pem') + ': this certificate has run out'],
  ]
  for (const [cert, key, said] of rows) {
    const got = refused(at(cert), at(key))
    equal(got.status, 1, cert + ' ' + key)
    hold(got.said.startsWith(said), got.said + ' and not ' + said)
  }
  if (process.getuid() !== 0) {
    chmodSync(at('other.key'), 0)
    hold(/may not|cannot be read/.test(refused(at('other.pem'), at('other.key')).said), 'an unreadable key')
  }
  const alone = spawnSync(program, ['host', 'bridge-rail', '--cert', at('room.pem'), '--lang', 'en'], { encoding: 'utf8' })
  equal(alone.status, 2, 'a certificate without a key')
})

test('a room opens by https, and says so in everything people type or scan', async () => {
  host = await new Host(program, ['--cert', at('room.pem'), '--key', at('room.key')]).start()
  hold(host.said.includes(`https://room.college.example:${host.port}/console`), host.said)
  hold(!/http:\/\/1/.test(host.said), 'no plain address: ' + host.said)
  const page = await ask(host, 'GET', '/', { ca })
  equal(page.status, 200)
  hold(page.headers['content-security-policy'].includes(`connect-src 'self' wss://127.0.0.1:${host.port}`), page.headers['content-security-policy'])
  const screen = await ask(host, 'GET', '/screen', { ca })
  hold(screen.text.includes(`data-address="https://room.college.example:${host.port}"`), 'the projector shows https')
})

test('who does not trust the certificate is not let through, and plain HTTP is no way in', async () => {
  await ask(host, 'GET', '/').then(() => { throw new Error('trusted by nobody, and let in') }, error => hold(/self.signed|unable to verify/i.test(error.message), error.message))
  const plain = await raw(host, `GET / HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\n\r\n`, { ms: 3000, keep: true })
  hold(!/200 OK|Join/.test(plain.got), plain.got.slice(0, 100))
  for (const bytes of ['\x16\x03\x01\x02\x00', '\x16\x03\x01\xff\xff' + 'a'.repeat(3000), 'a'.repeat(20000)]) await raw(host, Buffer.from(bytes, 'latin1'), { ms: 1500, keep: true })
  equal((await ask(host, 'GET', '/', { ca })).status, 200, 'garbage under TLS harms nobody')
})

test('only its own names lead here, and only its own pages may write', async () => {
  equal((await ask(host, 'GET', '/', { ca, headers: { host: 'ROOM.college.example:' + host.port } })).status, 200, 'the certificate’s name')
  equal((await ask(host, 'GET', '/', { ca, headers: { host: 'evil.example:' + host.port } })).status, 421)
  const form = { code: host.code, name: 'Ann', role: 'voter', lang: 'en' }
  equal((await ask(host, 'POST', '/join', { ca, form, headers: { origin: 'http://127.0.0.1:' + host.port } })).status, 403, 'a plain page of the same host is another')
  const joined = await ask(host, 'POST', '/join', { ca, form, headers: { origin: 'https://127.0.0.1:' + host.port } })
  equal(joined.location, '/room')
  hold(/; Secure/.test(String(joined.headers['set-cookie'])), 'the token never goes over plain HTTP: ' + joined.headers['set-cookie'])
})

test('an instructor and a copy of the program meet in it', async () => {
  const { spawn } = await import('node:child_process')
  const answer = await ask(host, 'POST', '/console', { ca, form: { pin: PIN } })
  const token = /talkdown=([0-9a-f]+)/.exec(String(answer.headers['set-cookie']))[1]
  const boss = Object.create(Client.prototype, Object.getOwnPropertyDescriptors({ view: null, n: 0, waiting: new Map(), listeners: new Set() }))
  boss.socket = new WebSocket(`wss://127.0.0.1:${host.port}/ws`, { ca })
  boss.socket.on('message', data => boss.take(JSON.parse(data)))
  await new Promise((done, failed) => { boss.socket.on('open', done); boss.socket.on('error', failed) })
  boss.socket.send(JSON.stringify({ v: 1, do: 'hello', token }))
  await boss.until(view => view.people)
  const url = `https://127.0.0.1:${host.port}/?code=${host.code}`
  const stranger = spawnSync(program, ['join', url, '--name', 'Copy', '--lang', 'en'], { encoding: 'utf8', timeout: 30000 })
  equal(stranger.status, 1)
  hold(/certificate is not one that this computer trusts/.test(stranger.stderr), stranger.stderr)
  const copy = spawn(program, ['join', url, '--name', 'Copy', '--role', 'voter', '--lang', 'en'], { env: { ...process.env, SSL_CERT_FILE: at('room.pem') } })
  const ended = new Promise(done => copy.on('exit', done))
  await boss.until(view => view.people.some(p => p.name === 'Copy' && p.here))
  for (let i = 0; i < 20; i++) { // both ways at once, many times
    equal(await boss.ask({ do: 'lock', on: i % 2 === 0 }), null)
    await sleep(5)
  }
  copy.stdin.write('leave\n')
  equal(await ended, 0)
  await boss.until(view => !view.people.some(p => p.name === 'Copy'))
  boss.close()
})

test('the host ends cleanly', async () => equal((await host.stop()).code, 0, host.said.slice(-300)))

await run(async () => { if (host) await host.finish(); rmSync(folder, { recursive: true, force: true }) })
