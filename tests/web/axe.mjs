// axe.mjs - pages that the program writes, opened in a browser and judged by axe: nobody is shut out.
//
// usage: node axe.mjs FILE.html...        exit 1 if a page breaks a rule, asks for anything outside itself,
//                                         or says something on the console
//
// Each page is looked at as light and as dark, wide and as narrow as a telephone, and as it is printed. A page of
// ours is whole by itself: every request but its own is refused and is a fault; so is a script.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const browserAt = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  .find(path => path && existsSync(path))

const looks = [
  { name: 'light', colorScheme: 'light', viewport: { width: 1280, height: 900 } },
  { name: 'dark', colorScheme: 'dark', viewport: { width: 1280, height: 900 } },
  { name: 'narrow', colorScheme: 'light', viewport: { width: 320, height: 640 } },
  { name: 'print', colorScheme: 'light', viewport: { width: 760, height: 1000 }, media: 'print' }
]

// Everything that is folded away is looked at too.
const unfold = () => document.querySelectorAll('details').forEach(details => { details.open = true })

async function faultsOf (browser, path, look) {
  const faults = []
  const own = pathToFileURL(resolve(path)).href
  const context = await browser.newContext({ colorScheme: look.colorScheme, viewport: look.viewport, bypassCSP: true })
  try {
    const page = await context.newPage()
    if (look.media) await page.emulateMedia({ media: look.media, colorScheme: look.colorScheme })
    await page.route('**/*', route => {
      if (route.request().url() === own) return route.continue()
      faults.push(`asks for ${route.request().url()}`)
      return route.abort()
    })
    page.on('console', message => faults.push(`console: ${message.text()}`))
    page.on('pageerror', error => faults.push(`error: ${error.message}`))
    await page.goto(own, { waitUntil: 'load', timeout: 30000 })
    if (await page.locator('script').count() > 0) faults.push('has a script')
    await page.evaluate(unfold)
    await page.evaluate(axe)
    const result = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }))
    for (const violation of result.violations)
      faults.push(`${violation.id}: ${violation.help}\n    ` +
        violation.nodes.slice(0, 4).map(node => `${node.html.slice(0, 160)}  ${node.any[0]?.message ?? ''}`).join('\n    '))
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (over > 1) faults.push(`is ${over} px wider than the window`)
  } finally {
    await context.close()
  }
  return faults
}

const files = process.argv.slice(2)
if (files.length === 0) {
  console.error('usage: node axe.mjs FILE.html...')
  process.exit(2)
}
if (!browserAt) {
  console.error('there is no Chromium here; set CHROMIUM')
  process.exit(2)
}
let failed = 0
const browser = await chromium.launch({ executablePath: browserAt, args: ['--no-sandbox', '--disable-gpu'] })
try {
  for (const file of files) {
    for (const look of looks) {
      const faults = await faultsOf(browser, file, look)
      failed += faults.length
      for (const fault of faults) console.error(`${file} (${look.name}): ${fault}`)
    }
  }
} finally {
  await browser.close()
}
console.log(`${files.length} pages in ${looks.length} looks, ${failed} faults`)
process.exit(failed > 0 ? 1 : 0)
