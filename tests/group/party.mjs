// party.mjs - what the tests of a group session share: a host of their own, and people with phones.
//
// Everything stays on this machine: hosts listen on 127.0.0.1 only.  A person is a browser context of their own, so
// that each has their own cookie; a client without a browser is a websocket and a token.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const require = createRequire(new URL('../web/package.json', import.meta.url))
export const WebSocket = require('ws')
export const axe = require('axe-core').source
export { sleep }

export const PIN = '471100'
const browserAt = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(path => path && existsSync(path))

/** A port that nobody has at this moment. */
export async function freePort() {
  const { createServer } = await import('node:net')
  return new Promise(done => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => done(port))
    })
  })
}

export class Host {
  /** options: further words of the command line. */
  constructor(program, options = []) {
    this.program = program
    this.options = options
    this.folder = mkdtempSync(join(tmpdir(), 'talkdown-group-'))
    this.room = join(this.folder, 'class.room')
  }

  async start() {
    this.port ??= await freePort()
    this.said = ''
    this.child = spawn(this.program, ['host', 'bridge-rail', '--port', this.port, '--bind', '127.0.0.1', '--pin', PIN, '--seed', '7', '--room', this.room, '--lang', 'en', ...this.options],
      { env: { ...process.env, TALKDOWN_HOME: this.folder, LC_ALL: 'C.UTF-8' } })
    this.child.stdout.on('data', data => { this.said += data })
    this.child.stderr.on('data', data => { this.said += data })
    process.once('exit', () => this.child.kill('SIGKILL')) // nobody outlives the tests
    this.ended = new Promise(done => this.child.on('exit', (code, signal) => done({ code, signal })))
    for (let i = 0; i < 600 && !/Ctrl\+C/.test(this.said); i++) {
      if (this.child.exitCode !== null) throw new Error('the host did not start: ' + this.said)
      await sleep(50)
    }
    this.code = /[A-Z]{4}-[0-9]{4}/.exec(this.said)[0]
    this.url = 'http://127.0.0.1:' + this.port
    return this
  }

  /** As a power cut would. */
  async kill() {
    this.child.kill('SIGKILL')
    return this.ended
  }

  async stop() {
    this.child.kill('SIGTERM')
    return this.ended
  }

  async finish() {
    const end = this.child.exitCode === null && this.child.signalCode === null ? await this.stop() : await this.ended
    rmSync(this.folder, { recursive: true, force: true })
    return end
  }

  get memoryKb() {
    const { readFileSync } = require('node:fs')
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${this.child.pid}/status`, 'utf8'))[1])
  }
}

/** Plain HTTP as a browser without scripts does it; `from` is the address to call from. */
export function http(host, method, path, { form, cookie, headers = {}, from = '127.0.0.1' } = {}) {
  const { request } = require('node:http')
  const body = form ? new URLSearchParams(form).toString() : undefined
  return new Promise((done, failed) => {
    const ask = request({ host: '127.0.0.1', port: host.port, method, path, localAddress: from, agent: false, timeout: 20000,
      headers: { ...(body ? { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) } : {}), ...(cookie ? { cookie: 'talkdown=' + cookie } : {}), ...headers } }, response => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', part => { text += part })
      response.on('end', () => {
        const set = /talkdown=([0-9a-f]+)/.exec(String(response.headers['set-cookie'] || ''))
        done({ status: response.statusCode, headers: response.headers, text, token: set && set[1], location: response.headers.location })
      })
    })
    ask.on('error', failed)
    ask.on('timeout', () => ask.destroy(new Error('no answer')))
    ask.end(body)
  })
}

/** Joins without a browser; resolves to the token. */
export async function joinByForm(host, name, role = '', from = '127.0.0.1') {
  const answer = await http(host, 'POST', '/join', { form: { code: host.code, name, role, lang: 'en' }, from })
  if (!answer.token) throw new Error('not let in: ' + answer.status + ' ' + answer.location)
  return answer.token
}

/** A websocket client that keeps the newest view, as the pages do. */
export class Client {
  constructor(host, token, from = '127.0.0.1', options = {}) {
    this.socket = new WebSocket(`ws://127.0.0.1:${host.port}/ws`, { localAddress: from, perMessageDeflate: false, ...options })
    this.view = null
    this.n = 0
    this.waiting = new Map()
    this.opened = new Promise((done, failed) => {
      this.socket.on('open', () => { if (token) this.socket.send(JSON.stringify({ v: 1, do: 'hello', token })); done(this) })
      this.socket.on('error', failed)
    })
    this.closed = new Promise(done => this.socket.on('close', code => done(code)))
    this.socket.on('message', data => this.take(JSON.parse(data)))
    this.listeners = new Set()
  }

  take(message) {
    if (message.view) { this.view = message.view; this.seq = message.seq }
    else if (message.set) {
      if (message.from !== this.seq) throw new Error('a difference to something never sent')
      this.view = { ...this.view, ...message.set }
      for (const key of message.gone || []) delete this.view[key]
      this.seq = message.seq
    } else {
      const done = this.waiting.get(message.re)
      this.waiting.delete(message.re)
      if (done) done(message.no || null)
    }
    for (const listener of this.listeners) listener(this)
  }

  /** null, or why not. */
  ask(message) {
    const n = ++this.n
    return new Promise(done => {
      this.waiting.set(n, done)
      this.socket.send(JSON.stringify({ v: 1, n, ...message }))
    })
  }

  async until(holds, what = String(holds), ms = 15000) {
    const end = Date.now() + ms
    for (;;) {
      if (this.view && holds(this.view)) return this.view
      if (Date.now() > end) throw new Error('never: ' + what + ' in ' + JSON.stringify(this.view).slice(0, 1500))
      await sleep(15)
    }
  }

  close() { this.socket.terminate() }
}

/** The instructor, without a browser. */
export async function instructor(host) {
  const answer = await http(host, 'POST', '/console', { form: { pin: PIN } })
  if (!answer.token) throw new Error('no console: ' + answer.location)
  const client = new Client(host, answer.token)
  client.token = answer.token
  await client.opened
  await client.until(view => view.people)
  return client
}

export async function browser() {
  const { chromium } = require('playwright-core')
  return chromium.launch({ executablePath: browserAt, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--renderer-process-limit=4'] })
}

/** Raw bytes to the host; resolves to what came back, when the host hangs up or the time is over. */
export function raw(host, bytes, { ms = 12000, from = '127.0.0.1', keep = false } = {}) {
  return new Promise(done => {
    let got = ''
    const started = Date.now()
    const socket = connect({ port: host.port, host: '127.0.0.1', localAddress: from })
    const end = () => { clearTimeout(timer); socket.destroy(); done({ got, ms: Date.now() - started }) }
    const timer = setTimeout(end, ms)
    socket.on('data', data => { got += data.toString('latin1') })
    socket.on('error', end)
    socket.on('close', end)
    socket.on('connect', () => { for (const part of [].concat(bytes)) socket.write(part); if (!keep && bytes === '') socket.end() })
  })
}

// --- TAP ---------------------------------------------------------------------------------------------------

const tests = []
export const test = (name, work) => tests.push({ name, work })
export function equal(a, b, what) {
  if (a !== b) throw new Error(`${what || 'not equal'}: ${JSON.stringify(a)} and not ${JSON.stringify(b)}`)
}
export function hold(is, what) {
  if (!is) throw new Error(what)
}
export async function run(cleanUp = async () => {}) {
  console.log('TAP version 13\n1..' + tests.length)
  let failed = 0
  for (const [i, t] of tests.entries()) {
    const started = Date.now()
    try {
      await t.work()
      console.log(`ok ${i + 1} - ${t.name} # ${Date.now() - started} ms`)
    } catch (e) {
      failed++
      console.log(`not ok ${i + 1} - ${t.name}\n  ${String(e.stack || e).replace(/\n/g, '\n  ')}`)
    }
  }
  await cleanUp()
  process.exit(failed ? 1 : 0)
}
