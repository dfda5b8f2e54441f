// bench_group.mjs - one host, 500 websocket clients on the same machine, a stalled and a flooding one among them.
// Clients and host share the cores, so the latencies are upper bounds.
//
// usage: bench_group.mjs PROGRAM [CLIENTS]
import { Client, Host, instructor, joinByForm, sleep } from '../group/party.mjs'

const [program, clients] = process.argv.slice(2)
const COUNT = Number(clients || 500)
const ROUNDS = 20
const address = i => '127.0.1.' + (1 + i % 50)
const host = await new Host(program, ['--vote', '30']).start()
const boss = await instructor(host)

const started = performance.now()
const people = []
for (let i = 0; i < COUNT; i += 25) {
  people.push(...await Promise.all(Array.from({ length: Math.min(25, COUNT - i) }, async (_, k) => {
    const token = await joinByForm(host, 'P' + (i + k), 'voter', address(i + k))
    const client = await new Client(host, token, address(i + k)).opened
    await client.until(view => view.you)
    return client
  })))
}
const joined = performance.now() - started

const stalled = await new Client(host, await joinByForm(host, 'Stalled', 'voter', '127.0.2.1'), '127.0.2.1').opened
await stalled.until(view => view.you)
stalled.socket._socket.pause()
const flooder = await new Client(host, await joinByForm(host, 'Flood', 'voter', '127.0.2.2'), '127.0.2.2').opened
let flooding = true
const flood = (async () => {
  while (flooding) {
    for (let i = 0; i < 20 && flooder.socket.readyState === 1; i++) flooder.socket.send('{"v":1,"do":"note","text":"flood"}')
    await sleep(20)
  }
})()

await boss.ask({ do: 'start' })
await boss.ask({ do: 'next' })
await Promise.all(people.map(client => client.until(view => view.room.phase === 'play', 'play', 60000)))

// --- broadcast: from the instructor's key to each phone ------------------------------------------------------

const broadcast = []
for (let round = 0; round < ROUNDS; round++) {
  const freeze = round % 2 === 0
  const waits = people.map(client => new Promise(done => {
    const listener = c => {
      if (!!c.view.frozen !== freeze) return
      client.listeners.delete(listener)
      done(performance.now())
    }
    client.listeners.add(listener)
  }))
  const from = performance.now()
  boss.socket.send(JSON.stringify({ v: 1, do: freeze ? 'freeze' : 'resume' }))
  for (const at of await Promise.all(waits)) broadcast.push(at - from)
  await sleep(100)
}

// --- votes: from a phone to the console, all within some ten seconds --------------------------------------------

if (!boss.view.vote || boss.view.vote.state !== 'open') await boss.ask({ do: 'open' })
else { await boss.ask({ do: 'close' }); await boss.ask({ do: 'open' }) }
await boss.until(view => view.vote && view.vote.state === 'open')
const lines = boss.view.lines.map(line => line.id)
const sent = []
const votes = []
const counted = new Promise(done => {
  boss.listeners.add(c => {
    const now = performance.now()
    while (c.view.vote && votes.length < (c.view.vote.in || 0) && votes.length < sent.length) votes.push(now - sent[votes.length])
    if (votes.length >= people.length) done()
  })
})
for (const [i, client] of people.entries()) {
  sent.push(performance.now())
  client.socket.send(JSON.stringify({ v: 1, do: 'vote', choice: lines[i % lines.length], reason: 'it asks first' }))
  await sleep(12)
}
await Promise.race([counted, sleep(10000)])

// --- the table -------------------------------------------------------------------------------------------------------

const at = (list, share) => list.sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))]
const row = (name, list, target) => console.log(`  ${name.padEnd(34)} ${at(list, 0.5).toFixed(1).padStart(6)} ${at(list, 0.95).toFixed(1).padStart(6)} ${at(list, 0.99).toFixed(1).padStart(6)}   target ${target}`)
console.log(`a group of ${COUNT} phones, one stalled and one flooding among them (ms: p50, p95, p99):`)
row('key to phone (' + broadcast.length + ')', broadcast, '100')
row('vote to console (' + votes.length + ')', votes, '100')
console.log(`  ${'all joined in'.padEnd(34)} ${(joined / 1000).toFixed(1).padStart(6)} s`)
console.log(`  ${'memory of the host, at most'.padEnd(34)} ${(host.memoryKb / 1024).toFixed(0).padStart(6)} MB  target 150`)
flooding = false
await flood
for (const client of [...people, stalled, flooder, boss]) client.close()
const end = await host.finish()
process.exit(end.code === 0 && votes.length === people.length ? 0 : 1)
