// lint.mjs - what `talkdown lint --json` writes fits its published schema, for every scenario there is.
//
// usage: node lint.mjs TALKDOWN
//
// The shipped scenarios and the ones with planted faults, and whom one meets in several; every code of the schema that has a folder of its own is
// seen, and the totals are those of the list.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import Ajv2020 from 'ajv/dist/2020.js'

const tests = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const root = resolve(tests, '..')
const program = resolve(process.argv[2] ?? 'talkdown')
const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false })
const schema = name => ajv.compile(JSON.parse(readFileSync(join(root, `assets/schema/${name}.json`), 'utf8')))
const fits = schema('lint-1')
const peopleFit = schema('lint-people-1')
const env = { ...process.env, TALKDOWN_DATA: root }

const scenarios = ['scenarios', 'tests/lint'].flatMap(folder => readdirSync(join(root, folder))
  .map(name => join(root, folder, name, 'scenario.json')).filter(path => existsSync(path)))
const faults = []
const seen = new Set()
for (const path of scenarios) {
  const { stdout } = spawnSync(program, ['lint', '--json', '--runs', '6', path], { env, maxBuffer: 1 << 26 })
  const report = JSON.parse(stdout)
  if (!fits(report)) faults.push(`${path}: ${ajv.errorsText(fits.errors)}`)
  const count = severity => report.findings.filter(finding => finding.severity === severity).length
  if (count('error') !== report.errors || count('warning') !== report.warnings || count('note') !== report.notes) {
    faults.push(`${path}: the totals are not those of the list`)
  }
  report.findings.forEach(finding => seen.add(finding.code))
}
// Of several at once, the last object says whom one meets in them.
const several = spawnSync(program, ['lint', '--json', '--runs', '1', ...scenarios.slice(0, 2)], { env, maxBuffer: 1 << 26 })
const people = JSON.parse(several.stdout.toString().trimEnd().split('\n').at(-1))
if (!peopleFit(people)) faults.push(`people: ${ajv.errorsText(peopleFit.errors)}`)
if (people.people.length !== 2) faults.push(`${people.people.length} people in two scenarios`)
if (seen.size < 30) faults.push(`only ${seen.size} codes were seen`)
faults.forEach(fault => console.error(fault))
console.log(`${scenarios.length} reports, ${seen.size} codes, ${faults.length} faults`)
process.exit(faults.length > 0 ? 1 : 0)
