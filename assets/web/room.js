// room.js - what every page of a group session does: words, the line to the host, and putting things on the page.
// The host sends what this seat may know, whole or as a difference to what it sent last; nothing else is kept here.
'use strict'

const lang = document.documentElement.lang
let words = {}
let view = null
let skew = 0 // room time minus this page's time

const missing = new Set() // ids without words: a fault of ours, which the tests look for

/** The sentence with this id, its places filled in. */
function say(id, fill) {
  let text = words[id]
  if (text === undefined) { missing.add(id); return id }
  if (typeof text === 'object') text = fill && Number(fill.n) === 1 ? text.one : text.other
  return text.replace(/\{([\w.-]+)\}/g, (all, key) => (fill && key in fill ? String(fill[key]) : all))
}
const has = id => words[id] !== undefined

/** An element: h('button', { onclick, class: 'main' }, 'text', child). */
function h(name, traits, ...children) {
  const node = document.createElement(name)
  for (const [key, value] of Object.entries(traits || {})) {
    if (value === undefined || value === null || value === false) continue
    if (key.startsWith('on')) node[key] = value
    else if (key === 'value' || key === 'checked') node[key] = value
    else node.setAttribute(key, value === true ? '' : String(value))
  }
  for (const child of children.flat(9)) if (child !== null && child !== undefined && child !== false) node.append(child)
  return node
}

/** What was typed and where the reader was stay, when a part of the page is made anew. */
function keepTyping(old, fresh) {
  for (const fold of old.querySelectorAll('details[id]')) {
    const twin = fresh.querySelector('#' + CSS.escape(fold.id))
    if (twin && fold.dataset.touched !== undefined) {
      twin.open = fold.open
      twin.dataset.touched = ''
    }
  }
  for (const field of old.querySelectorAll('input[id], textarea[id], select[id]')) {
    const twin = fresh.querySelector('#' + CSS.escape(field.id))
    if (!twin || twin.dataset.fixed !== undefined) continue
    if (field.type === 'radio' || field.type === 'checkbox') twin.checked = field.checked
    else if (field.dataset.touched !== undefined || document.activeElement === field) {
      twin.value = field.value
      twin.dataset.touched = ''
      if (field.dataset.picked !== undefined) twin.dataset.picked = ''
    }
  }
}

/** Puts a part in its place: made anew only where something changed, so that a screen reader is not led astray. */
function put(parent, key, node) {
  const old = parent.querySelector(':scope > [data-part="' + key + '"]')
  if (!node) {
    const held = old && old.contains(document.activeElement)
    if (old) old.remove()
    if (held) stand(parent)
    return
  }
  node.dataset.part = key
  const mark = node.outerHTML
  if (old && old.mark === mark) return
  node.mark = mark
  if (!old) {
    const after = order(parent, key)
    parent.insertBefore(node, after)
    return
  }
  const active = document.activeElement
  const inside = active && old.contains(active) ? active.id : null
  const range = inside && active.selectionStart !== undefined ? [active.selectionStart, active.selectionEnd] : null
  keepTyping(old, node)
  old.replaceWith(node)
  if (inside === null) return
  const again = inside ? document.getElementById(inside) : null
  if (!again) return stand(node)
  again.focus({ preventScroll: true })
  if (range && again.setSelectionRange && again.type !== 'number') try { again.setSelectionRange(range[0], range[1]) } catch (e) { /* not that kind of field */ }
}
/** What had the focus is gone: the next key finds its way from here, and does nothing by accident. */
function stand(node) {
  const head = node.querySelector('h1, h2') || node
  head.tabIndex = -1
  head.focus({ preventScroll: true })
}
const places = new Map()
/** Parts stand in the order in which they were first named. */
function order(parent, key) {
  if (!places.has(parent)) places.set(parent, [])
  const names = places.get(parent)
  if (!names.includes(key)) names.push(key)
  const at = names.indexOf(key)
  for (const child of parent.children) if (names.indexOf(child.dataset.part) > at) return child
  return null
}
function parts(parent, names) { places.set(parent, names) }

document.addEventListener('click', event => {
  const fold = event.target.closest('summary')
  if (fold && fold.parentElement.id) fold.parentElement.dataset.touched = ''
})
document.addEventListener('input', event => { event.target.dataset.touched = '' })

// --- the line to the host -------------------------------------------------------------------------------

let socket = null
let seq = null
let counter = 0
let patience = 500
const waiting = new Map()

const now = () => performance.now() + skew
/** Asks for something; resolves to null, or to the reason why not. */
function ask(message) {
  return new Promise(done => {
    if (!socket || socket.readyState !== 1) return done('offline')
    const n = ++counter
    waiting.set(n, done)
    socket.send(JSON.stringify({ v: 1, n, ...message }))
  })
}
/** Asks, and says it if it was refused. */
async function act(message, done) {
  const reason = await ask(message)
  tell(reason ? say(has('refused.' + reason) ? 'refused.' + reason : 'web.offline') : done || '')
  return reason === null
}
let forget = 0
function tell(text) {
  const place = document.getElementById('status')
  if (!place) return
  if (place.textContent !== text) place.textContent = text
  clearTimeout(forget)
  if (text) forget = setTimeout(() => { place.textContent = '' }, 12000) // long enough to be read twice
}
/** For those who do not see the page: what is new in it, and nothing of what was there before. */
const before = new Map()
function announce(news) {
  const fresh = []
  for (const [key, texts] of Object.entries(news)) {
    const old = before.get(key) || []
    fresh.push(...texts.filter(text => text && !old.includes(text)))
    before.set(key, texts)
  }
  const place = document.getElementById('live')
  if (place && fresh.length) place.textContent = fresh.join(' ')
}
/** What every seat hears of: what is said and seen, who stands still, a vote that opens. */
function news(v) {
  const s = v.scene
  const on = ['play', 'pause'].includes(v.room.phase)
  return {
    scene: s && on ? sceneTexts(s) : [],
    frozen: v.frozen ? [frozenText(v)] : [],
    back: on && backText(v) ? [backText(v)] : [],
    vote: v.vote && v.lines ? [v.vote.state === 'reading' ? say('web.vote.reading') : v.vote.state === 'open' ? say('web.vote.now') : v.vote.ended ? say('web.vote.' + v.vote.ended) : ''] : [],
    part: [say('web.segment.' + v.room.phase) + (v.room.page ? ': ' + say('web.page.' + v.room.page) : '')]
  }
}

function take(message) {
  spoke = performance.now()
  if (message.re === KNOCK) return undefined
  if (typeof message.now === 'number') skew = message.now - performance.now()
  if (message.view) {
    view = message.view
    seq = message.seq
  } else if (message.set) {
    if (message.from !== seq) return socket.close() // cannot be; a new line begins with the whole
    Object.assign(view, message.set)
    for (const key of message.gone || []) delete view[key]
    seq = message.seq
  } else if ('ok' in message || 'no' in message) {
    const done = waiting.get(message.re)
    waiting.delete(message.re)
    if (done) done(message.no || null)
    else if (message.no) tell(say('refused.' + message.no))
    return undefined
  } else if (message.host) {
    trouble = message.host.trouble || ''
  } else return undefined
  if (view) show()
  return undefined
}
let trouble = ''
let show = () => {}
let away = '/'

let online = false
function connected(is) {
  online = is
  document.body.classList.toggle('offline', !is)
  const place = document.getElementById('line')
  if (place) place.textContent = is ? '' : say('web.offline')
  tick()
}

function connect(query) {
  const own = new WebSocket(location.origin.replace('http', 'ws') + '/ws' + query)
  socket = own
  own.onopen = () => { patience = 500; seq = null; spoke = performance.now(); connected(true) }
  own.onmessage = event => take(JSON.parse(event.data))
  own.onclose = event => lose(query, event.code)
}
function lose(query, code) {
  socket.onclose = socket.onmessage = null
  for (const done of waiting.values()) done('offline')
  waiting.clear()
  connected(false)
  if (code === 4403 || code === 4410) return location.assign(away)
  setTimeout(() => connect(query), patience * (0.75 + Math.random() / 2))
  patience = Math.min(patience * 1.6, 5000)
  return undefined
}
// A host that lost its power or its network hangs up on nobody.  So a silent line is knocked at; that the host does
// not know the word is answer enough.
const KNOCK = 0
const QUIET_MS = 8000
const DEAD_MS = 14000
let spoke = 0
function listen(query) {
  if (!socket || socket.readyState !== 1) return
  const quiet = performance.now() - spoke
  if (quiet > DEAD_MS) {
    socket.close()
    lose(query, 0)
  } else if (quiet > QUIET_MS) socket.send(JSON.stringify({ v: 1, n: KNOCK, do: 'knock' }))
}

/** draw: called with every new view.  elsewhere: where somebody goes whom the room does not know. */
async function begin(draw, query, elsewhere) {
  away = elsewhere || '/'
  for (;;) {
    try {
      words = await (await fetch('/words.' + lang + '.json')).json()
      break
    } catch (e) { await new Promise(done => setTimeout(done, 1000)) }
  }
  show = () => { draw(view) }
  connect(query || '')
  setInterval(() => { if (view) tick() }, 250)
  setInterval(() => listen(query || ''), 2000)
}

// --- parts that several pages have ----------------------------------------------------------------------

const clock = ms => {
  const s = Math.max(0, Math.ceil(ms / 1000))
  return Math.floor(s / 60) + ':' + String(s % 60).padStart(2, '0')
}
/** Times on the page that run by themselves: <time data-ends="123456">.  Without a line nobody knows the time. */
function tick() {
  for (const node of document.querySelectorAll('[data-ends]')) {
    const text = online ? clock(Number(node.dataset.ends) - now()) : '–:––'
    if (node.textContent !== text) node.textContent = text
  }
}
const until = ms => h('time', { 'data-ends': ms }, clock(ms - now()))

/** What was seen and said, as paragraphs. */
function pieces(list) {
  return (list || []).map(piece => piece.seen !== undefined ? h('p', { class: 'seen' }, piece.seen) : h('p', {}, piece.said))
}
const plain = list => (list || []).map(piece => piece.seen !== undefined ? piece.seen : piece.said).join(' ')

function segment(v) {
  const c = v.clock
  if (!c) return null
  const name = say('web.segment.' + v.room.phase)
  if (c.ends !== undefined && c.running !== false) return h('span', {}, name + ' ', until(c.ends))
  return h('span', {}, c.left !== undefined ? name + ' ' + clock(c.left) : name)
}
/** Who asked the room to wait, in words. */
const frozenText = v => say(has('web.frozen.' + v.frozen.why) ? 'web.frozen.' + v.frozen.why : 'web.frozen.pause')
function frozen(v) {
  return v.frozen ? h('div', { class: 'banner still' }, frozenText(v), v.frozen.ends ? [' ', until(v.frozen.ends)] : null) : null
}
/** After a way back, until somebody decides anew: where it goes on from. */
function backText(v) {
  const b = v.scene && v.scene.back
  if (!b) return ''
  return b.text ? say('web.back.line', { line: b.text }) : say(has('web.back.' + b.verb) ? 'web.back.' + b.verb : 'web.back.other')
}
const wentBack = v => backText(v) ? h('div', { class: 'banner went-back' }, backText(v)) : null
/** Before anybody plays: what it is about, that anybody may stop it, who is there for whom it touches. */
function care(v) {
  const what = v.room.content || []
  return h('div', { class: 'care stack' }, what.length ? h('p', {}, h('b', {}, say('web.content', { what: what.join(', ') })), h('span', { class: 'spare' }, ' ' + say('web.content.choice'))) : null,
    h('p', {}, say('web.stop.rule')), h('p', {}, v.room.support))
}
/** The last page: thanks, who is there for you, where the debrief is. */
function farewell(v) {
  return [h('p', { class: 'words' }, say('web.closed')), h('p', {}, v.room.support), h('p', {}, say('web.kept.' + v.room.rung))]
}
/** The same thing is not shown twice: a cue that stands in a stage direction already. */
const told = (s, text) => sceneTexts(s).some(piece => piece.toLowerCase().includes(text.toLowerCase().replace(/[.…]+$/, '')))
const cue = s => (s.cue && !s.look_cue && !told(s, bare(s.cue)) ? bare(s.cue) : '')

/** What has just happened, in the order in which it did: the learner's line, what came from outside, the answer. */
function scenePieces(s, own) {
  const events = (s.events || []).map(e => e.typed !== undefined ? h('p', { class: 'seen' }, e.typed) : pieces(e.text))
  return [
    own && s.you_said ? h('p', { class: 'said' }, '“' + s.you_said + '”') : null,
    own && s.you_silent ? h('p', { class: 'said' }, say('web.silent')) : null,
    pieces(s.opening), pieces(s.answer), pieces(s.line), events,
    s.look ? pieces(s.look) : s.look_cue ? h('p', { class: 'seen' }, bare(s.look_cue)) : null,
    (s.help || []).map(c => h('p', { class: 'seen' }, c.here ? say('web.help.here', { kind: say('help.' + c.kind + '.name') }) : say('web.help.coming', { kind: say('help.' + c.kind + '.name'), n: Math.max(1, Math.ceil(c.seconds / 60)) }))),
    pieces(s.ending)]
}
const sceneTexts = s => [...(s.opening || []), ...(s.answer || []), ...(s.line || []), ...(s.events || []).flatMap(e => e.text || [{ seen: e.typed }]), ...(s.look || []), ...(s.ending || [])].map(piece => piece.seen !== undefined ? piece.seen : piece.said)
/** A cue is a stage direction: it stands in brackets only among spoken words. */
const bare = text => (text || '').replace(/^\[|\]$/g, '')
const paragraphs = text => (text || '').split('\n\n').map(part => h('p', {}, part))
const percent = permille => Math.round(permille / 10)
const linesById = v => new Map((v.lines || []).map(line => [line.id, line.text]))

/** The lines have the letters that they have on the wall, so that they can be talked about. */
const letter = (v, id) => {
  const at = (v.lines ? v.lines.map(line => line.id) : Object.keys((v.vote && v.vote.texts) || {})).indexOf(id)
  return at < 0 ? null : h('b', { class: 'letter' }, String.fromCharCode(65 + at) + ' ')
}
/** Neither: that is said, and who goes on from there. */
function undecided(v, who) {
  const how = v.vote && v.vote.ended
  return how ? h('p', { class: 'undecided' }, h('b', {}, say('web.vote.' + how)), ' ' + say('web.vote.' + how + '.' + who)) : null
}
/** How a vote went, each line with its bar. */
function results(v) {
  if (!v.vote || !v.vote.counts) return null
  const most = Math.max(1, v.vote.in || 0)
  const texts = linesById(v)
  return h('ul', { class: 'stack votes' }, Object.entries(v.vote.counts).sort((a, b) => b[1] - a[1]).map(([id, n]) =>
    h('li', {}, h('div', { class: 'count' }, h('span', {}, letter(v, id), texts.get(id) || (v.vote.texts && v.vote.texts[id]) || id), h('b', {}, n)),
      h('progress', { max: most, value: n, 'aria-label': say('web.vote.count', { n }) }))))
}
function minority(v) {
  const few = v.vote && v.vote.minority
  if (!few || !few.length) return null
  return h('div', { class: 'stack' }, h('h3', {}, say(v.vote.ended ? 'web.vote.reasons' : 'web.vote.minority')),
    h('ul', { class: 'stack' }, few.map(f => h('li', { class: 'said' }, '“' + f.reason + '”'))))
}

// --- a person played by a person: what was heard -----------------------------------------------------------

const hearable = ['open_question', 'paraphrase', 'label', 'mirror', 'encourager', 'i_message', 'pause', 'summary', 'validate', 'hook', 'suicide_question', 'offer_choice']
const alsoHeard = ['introduce', 'honest', 'repair', 'safety_question', 'inform', 'problem_solve', 'suggest', 'plan', 'closed_question', 'why_question', 'advice', 'minimise', 'order', 'argue', 'false_promise', 'threat']
let quality = 800
/** Each tap is an exchange of the talk, so how well it was done is chosen before it. */
function heardCard() {
  const hear = id => h('button', { type: 'button', id: 'h-' + id, onclick: () => act({ do: 'heard', technique: id, q: quality }, say('web.heard.kept', { what: say('act.' + id + '.short') })).then(done => { if (done) { quality = 800; show() } }) }, say('act.' + id + '.short'))
  return h('section', { class: 'card' }, h('h2', {}, say('web.heard')),
    h('div', { class: 'thirds', role: 'group', 'aria-label': say('web.heard.how') }, [500, 800, 1000].map(q =>
      h('button', { type: 'button', id: 'q-' + q, 'aria-pressed': quality === q ? 'true' : 'false', onclick: () => { quality = q; show() } }, say('web.heard.q.' + q)))),
    h('div', { class: 'grid' }, hearable.map(hear)),
    h('details', { id: 'also' }, h('summary', {}, say('web.more-heard')), h('div', { class: 'grid' }, alsoHeard.map(hear))))
}
