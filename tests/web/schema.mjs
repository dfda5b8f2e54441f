// schema.mjs - an independent witness: the published JSON Schema and `talkdown check` judge alike.
//
// usage: node schema.mjs TALKDOWN
//
// Three corpora. The shipped scenarios are good for both. Each broken one says in its `expect` whether a
// schema can see the fault. And many mutants of a good scenario, made from a fixed seed, must be
// refused by both or by neither, as far as shape goes: what a schema cannot know (names that do not exist,
// nodes nobody reaches) is left out of account.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import Ajv2020 from 'ajv/dist/2020.js'

const tests = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const root = resolve(tests, '..')
const program = resolve(process.argv[2] ?? 'talkdown')
const read = path => readFileSync(path, 'utf8')
const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true })
const fitsScenario = ajv.compile(JSON.parse(read(join(root, 'assets/schema/scenario-1.json'))))
const fitsText = ajv.compile(JSON.parse(read(join(root, 'assets/schema/text-1.json'))))

// What check says about the shape of a file; all else is beyond a schema.
const shapeCodes = new Set(['wrong-format', 'unknown-version', 'unknown-key', 'key-not-here', 'missing-key',
  'wrong-type', 'out-of-range', 'not-in-list', 'too-few', 'too-many', 'listed-twice', 'empty-text',
  'inline-words', 'bad-id', 'bad-language', 'bad-service', 'unknown-field'])

// These carry a code of shape, but only the whole tells: the outcome outside an ending, two helps or scene
// moves of one kind, more picks than questions.
const beyondSchema = d => (d.code === 'key-not-here' && d.subject === 'outcome') ||
  (d.code === 'listed-twice' && d.pointer.endsWith('/kind')) ||
  (d.code === 'out-of-range' && d.pointer.endsWith('/briefing/pick') && Number(d.subject) <= 8)

let failed = 0
function tell (ok, what, why) {
  if (ok) return
  failed++
  console.error(`${what}: ${why}`)
}

// check, over many scenarios in one run: the answers in the same order
function check (paths) {
  let out
  try {
    out = execFileSync(program, ['check', '--json', ...paths],
      { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, TALKDOWN_DATA: root } })
  } catch (error) {
    if (error.status !== 1) throw error // 1: the answer is no
    out = error.stdout
  }
  return out.split(/^(?=\{"scenario")/m).map(text => JSON.parse(text))
}

const refusedForShape = answer => answer.diagnostics.filter(d =>
  d.severity === 'error' && d.file.endsWith('scenario.json') && shapeCodes.has(d.code) && !beyondSchema(d))

// --- the shipped ones and the good test story
const good = [...readdirSync(join(root, 'scenarios'), { withFileTypes: true }).filter(e => e.isDirectory())
  .map(e => join(root, 'scenarios', e.name)), join(tests, 'data/mini')]
for (const folder of good) {
  tell(fitsScenario(JSON.parse(read(join(folder, 'scenario.json')))), folder, ajv.errorsText(fitsScenario.errors))
  for (const name of readdirSync(folder).filter(name => /^text\..*\.json$/.test(name)))
    tell(fitsText(JSON.parse(read(join(folder, name)))), join(folder, name), ajv.errorsText(fitsText.errors))
}
for (const answer of check(good)) tell(answer.errors === 0, answer.scenario, 'check finds faults')

// --- the broken ones
const broken = readdirSync(join(tests, 'broken'), { withFileTypes: true }).filter(e => e.isDirectory())
for (const { name } of broken) {
  const folder = join(tests, 'broken', name)
  const level = /^fault (\w+)$/m.exec(read(join(folder, 'expect')))[1]
  if (level === 'syntax') continue
  const fits = fitsScenario(JSON.parse(read(join(folder, 'scenario.json')))) &
    fitsText(JSON.parse(read(join(folder, 'text.en.json'))))
  tell(Boolean(fits) === (level === 'meaning'), name, `fault of ${level}, but the schema ${fits ? 'accepts' : 'refuses'} it`)
}

// --- mutants
function random (seed) { // mulberry32
  return below => {
    seed = (seed + 0x6D2B79F5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

function places (value, found = []) { // every object and list, with what leads to it
  if (value !== null && typeof value === 'object') {
    found.push(value)
    for (const child of Object.values(value)) places(child, found)
  }
  return found
}

const oddValues = [null, true, false, 0, 1, -1, 7, 200, 401, 1001, 100000, -3000, '', 'x', 'calm', 'a b', 'Ä', 'none', [], ['calm'],
  [0, 1], [5, 1000], ['calm', 'calm'], {}, { when: {} }, 'x'.repeat(33)]
const oddKeys = ['x-note', 'when', 'stage', 'id', 'q', 'to', 'say', 'effect', 'P', 'key', 'options', 'strength', 'exclude', 'cue',
  'pick', 'again', 'tag', 'at', 'sets', 'outcome', 'Id', 'nodes']

function mutate (scenario, pick) {
  const copy = structuredClone(scenario)
  const all = places(copy)
  const target = all[pick(all.length)]
  const keys = Object.keys(target)
  const odd = () => structuredClone(oddValues[pick(oddValues.length)])
  if (Array.isArray(target)) {
    if (pick(3) === 0 && keys.length > 0) target.splice(pick(keys.length), 1)
    else if (pick(2) === 0 && keys.length > 0) target[pick(keys.length)] = odd()
    else target.push(pick(2) && keys.length > 0 ? structuredClone(target[pick(keys.length)]) : odd())
  } else {
    const what = pick(3)
    if (what === 0 && keys.length > 0) delete target[keys[pick(keys.length)]]
    else if (what === 1 && keys.length > 0) target[keys[pick(keys.length)]] = odd()
    else target[oddKeys[pick(oddKeys.length)]] = odd()
  }
  return copy
}

const mutants = 1500
const folder = mkdtempSync(join(tmpdir(), 'talkdown-schema-'))
try {
  const seedStory = JSON.parse(read(join(tests, 'data/mini/scenario.json')))
  const pick = random(20260101)
  let refused = 0
  for (let first = 0; first < mutants; first += 250) {
    const stories = Array.from({ length: 250 }, () => mutate(seedStory, pick))
    const paths = stories.map((story, i) => {
      const own = join(folder, String(first + i))
      mkdirSync(own)
      writeFileSync(join(own, 'scenario.json'), JSON.stringify(story))
      return join(own, 'scenario.json')
    })
    check(paths).forEach((answer, i) => {
      const fits = fitsScenario(stories[i])
      const shape = refusedForShape(answer)
      refused += !fits
      tell(fits === (shape.length === 0), `mutant ${first + i}`, fits
        ? `check says ${shape.map(d => `${d.code} ${d.pointer}`).join(', ')}, the schema accepts it`
        : `the schema says ${ajv.errorsText(fitsScenario.errors)}, check accepts it`)
    })
  }
  tell(refused > mutants / 4 && refused < mutants, 'mutants', `${refused} of ${mutants} refused: the corpus proves little`)
  console.log(`${good.length} good, ${broken.length} broken, ${mutants} mutants (${refused} refused by both), ${failed} differ`)
} finally {
  rmSync(folder, { recursive: true })
}
process.exit(failed ? 1 : 0)
