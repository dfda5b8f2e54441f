// guests.mjs - people in real browsers: each a context of their own, at the width of a small telephone, with what
// every page must hold: no complaint, no request to anywhere else, no sentence without words, nothing that axe finds.
import { PIN, axe, equal, hold } from './party.mjs'

export class Guests {
  constructor(host, chromium, pictures) {
    this.host = host
    this.chromium = chromium
    this.pictures = pictures
    this.faults = []
    this.seats = new Map() // name -> page
    this.all = new Set()
  }

  async open(name, path, size, options = {}) {
    const { host, faults } = this
    const context = await this.chromium.newContext({ viewport: size, reducedMotion: 'reduce', ...options })
    const page = await context.newPage()
    page.setDefaultTimeout(60000)
    page.on('console', m => { if (m.type() === 'error' && !/ERR_CONNECTION|WebSocket|Failed to load/.test(m.text())) faults.push(name + ': ' + m.text()) })
    page.on('pageerror', e => faults.push(name + ': ' + e))
    page.on('request', r => { if (!r.url().startsWith(host.url) && !r.url().startsWith(host.url.replace('http', 'ws'))) faults.push(name + ' asked elsewhere: ' + r.url()) })
    page.on('dialog', dialog => dialog.accept())
    await page.goto(host.url + path)
    this.all.add(page)
    return page
  }

  async join(name, role, options) {
    const page = await this.open(name, '/?code=' + this.host.code, { width: 320, height: 640 }, options)
    await page.fill('#name', name)
    if (role) await page.selectOption('#role', role)
    await page.click('button')
    await page.waitForURL('**/room')
    this.seats.set(name, page)
    return page
  }

  async console(options = {}) {
    const page = await this.open('console', '/console', { width: 1280, height: 900 }, options)
    await page.fill('#pin', PIN)
    await page.click('button')
    await page.waitForSelector('#start')
    return page
  }

  async screen(options = {}) {
    const page = await this.open('screen', '/screen', { width: 1920, height: 1080 }, options)
    await page.waitForSelector('img.qr')
    return page
  }

  async picture(page, name, fullPage = false) {
    if (this.pictures) await page.screenshot({ path: `${this.pictures}/${name}.png`, fullPage })
  }

  /** At the end: nobody complained, and every sentence had words. */
  async nobodyComplains() {
    for (const page of this.all) {
      if (page.isClosed()) continue
      const ids = await page.evaluate(() => (typeof missing === 'undefined' ? [] : [...missing])).catch(() => [])
      if (ids.length) this.faults.push('no words for ' + ids.join(' '))
    }
    equal(this.faults.join('\n'), '')
  }
}

export const view = page => page.evaluate(() => view)
export const until = (page, holds, arg) => page.waitForFunction(holds, arg, { timeout: 60000, polling: 50 })
export const fits = page => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)

export async function axeFinds(page, name) {
  if (!await page.evaluate(() => Boolean(window.axe))) await page.evaluate(axe + ';0').catch(() => {}) // a strict policy forbids eval in the page, not from the tool
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }))
  hold(found.violations.length === 0, name + ': ' + JSON.stringify(found.violations.map(v => [v.id, v.nodes.slice(0, 2).map(n => n.html + ' ' + n.failureSummary)])))
}
