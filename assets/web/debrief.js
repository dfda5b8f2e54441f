// debrief.js - the group's debrief, a page at a time, as far as the instructor has shown it.
// The same page for projector, console and phones; a phone also has what this seat can add to it.
'use strict'

const minutes = ms => clock(ms)
const wide = v => !v.you // the wall: what cannot be read from eight metres is left to the phones
const lined = (text, verb) => text ? '“' + text + '”' : say('web.verb.' + (has('web.verb.' + verb) ? verb : 'pause'))
const tableOf = rows => h('table', { class: 'table' }, h('tbody', {}, rows.map(([name, ...cells]) => h('tr', {}, h('th', { scope: 'row' }, name), cells.map(cell => h('td', {}, cell))))))

function svg(name, traits, ...children) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(traits)) node.setAttribute(key, String(value))
  node.append(...children)
  return node
}

/** As many units across as the picture will have pixels, about: writing in it keeps its size. */
const across = v => wide(v) ? 900 : v.you && v.you.roles.includes('instructor') ? 500 : 330

/** The ground of a curve: bands of agitation by name at the left, minutes of the talk below. */
function ground(picture, end, width) {
  ;['calm', 'anxious', 'agitated', 'hostile', 'crisis'].forEach((band, i) => {
    const y = 190 - i * 36
    picture.append(svg('line', { x1: 90, x2: width - 10, y1: y, y2: y, class: 'rule' }))
    label(picture, say('band.' + band + '.name'), 84, y - 12, 'end')
  })
  const step = [1, 2, 5, 10, 15, 30, 60].find(m => end / 60000 / m * 60 < width - 100) || 120
  for (let m = 0; m * 60000 <= end; m += step) label(picture, String(m), 90 + m * 60000 / end * (width - 100), 208, 'middle')
  label(picture, say('web.axis.minutes'), width - 10, 226, 'end')
}
function label(picture, text, x, y, anchor) {
  const node = svg('text', { x: x.toFixed(1), y, class: 'axis', 'text-anchor': anchor })
  node.textContent = text
  picture.append(node)
}

/** What was, and over it what could have been: agitation against story time. */
function curves(v, real, other) {
  const width = across(v)
  const end = Math.max(1, ...real.concat(other || []).map(p => p[0]))
  const line = points => points.map(p => (p[0] / end * (width - 100) + 90).toFixed(1) + ',' + (190 - p[1] / 1000 * 180).toFixed(1)).join(' ')
  const picture = svg('svg', { viewBox: `0 0 ${width} 232`, class: 'curve', role: 'img', 'aria-label': say('web.curve') })
  ground(picture, end, width)
  picture.append(svg('polyline', { points: line(real), class: 'real' }))
  if (other && other.length) picture.append(svg('polyline', { points: line(other), class: 'other' }))
  return picture
}

/** Everything that happened, in its order, on one line: where agitation was after it. */
function way(v, rows) {
  const width = across(v)
  const shown = rows.filter(t => t.to !== undefined || t.verb === 'rewind' || t.verb === 'round')
  const picture = svg('svg', { viewBox: `0 0 ${width} 165`, class: 'curve way', role: 'img', 'aria-label': say('web.way.alt') })
  const room = (width - 30) / Math.max(1, shown.length)
  const size = Math.max(3, Math.min(7, room / 3))
  const x = i => 15 + room * (i + 0.5)
  const y = t => 136 - t.to / 1000 * 115
  for (const level of [0, 200, 400, 600, 800]) picture.append(svg('line', { x1: 8, x2: width - 8, y1: 136 - level * 0.115, y2: 136 - level * 0.115, class: 'rule' }))
  let points = [], fork = null, old = [] // the way that was taken; where it was left; what was left
  const draw = (list, kind) => { if (list.length > 1) picture.append(svg('polyline', { points: list.map(p => p.map(n => n.toFixed(1)).join(',')).join(' '), class: kind })) }
  shown.forEach((t, i) => {
    if (t.verb === 'round' || (t.verb === 'rewind' && !old.length)) { draw(points, 'real'); points = []; return }
    if (t.verb === 'rewind') { draw(old, 'left'); old = []; return }
    if (!t.grey) return points.push([x(i), y(t)])
    if (!old.length && (fork = points[points.length - 1])) old.push(fork)
    return old.push([x(i), y(t)])
  })
  draw(old, 'left')
  draw(points, 'real')
  shown.forEach((t, i) => symbols(picture, t, x(i), t.to === undefined ? 0 : y(t), size, room))
  return picture
}
function symbols(picture, t, x, y, size, room) {
  if (t.verb === 'rewind') return label(picture, '←', x, 158, 'middle')
  if (t.verb === 'round') return label(picture, t.says.replace(/\D+/, ''), x, 20, 'middle')
  if (t.verb === 'inject') return picture.append(svg('rect', { x: x - size, y: y - size, width: 2 * size, height: 2 * size, class: 'brought' }))
  if (t.grey) picture.append(svg('circle', { cx: x, cy: y, r: size, class: 'ring' }))
  else if (t.verdict === 'harmful') picture.append(svg('path', { d: `M${x - size - 2} ${y + size}L${x} ${y - size - 2}L${x + size + 2} ${y + size}Z`, class: 'harmed' }))
  else picture.append(svg('circle', { cx: x, cy: y, r: size, class: 'dot' }))
  if ((t.marks || []).some(m => m.kind === 'flag' || m.technique === 'missed')) picture.append(svg('path', { d: `M${x} ${y - size - 3}v-16h10l-3 4 3 4h-10`, class: 'flag' }))
  return t.n % Math.ceil(20 / room) === 0 || room >= 20 ? label(picture, String(t.n), x, 158, 'middle') : undefined
}

/** Several talks in one picture, each with its number at its end; dashes tell them apart as well as colours. */
function manyCurves(talks) {
  const end = Math.max(1, ...talks.flatMap(t => t.curve.map(p => p[0])))
  const width = talks.length > 5 ? 480 : 960 // many stand beside their table
  const picture = svg('svg', { viewBox: `0 0 ${width} 240`, class: 'curve', role: 'img', 'aria-label': say('web.beside') })
  for (const level of [200, 400, 600, 800]) picture.append(svg('line', { x1: 10, x2: width - 40, y1: 230 - level * 0.22, y2: 230 - level * 0.22, class: 'rule' }))
  talks.forEach((t, i) => {
    const at = p => [p[0] / end * (width - 50) + 10, 230 - p[1] / 1000 * 220]
    picture.append(svg('polyline', { points: t.curve.map(p => at(p).map(x => x.toFixed(1)).join(',')).join(' '), class: 'talk t' + i % 5 + (i > 4 ? ' broken' : '') }))
    const [x, y] = at(t.curve[t.curve.length - 1])
    picture.append(svg('text', { x: x + 6, y: y + 5, class: 't' + i % 5 }, String(i + 1)))
  })
  return picture
}

// --- pages -------------------------------------------------------------------------------------------------

const debriefPages = {
  settle: (d, v) => [
    h('p', {}, say('web.settle')), d.outcome ? h('p', {}, h('b', {}, say('outcome.' + d.outcome + '.title'))) : null,
    d.card ? [h('h2', {}, d.card.name), h('p', {}, say('web.settle.need', { emotion: say('emotion.' + d.card.emotion), need: say('need.' + d.card.need + '.name') })),
      listed('web.settle.told', d.card.told), listed('web.settle.promised', d.card.promised),
      d.card.untold ? h('p', { class: 'second' }, say('web.settle.untold', { n: d.card.untold })) : null] : null],

  self: (d, v) => [
    h('p', {}, say(d.own ? 'web.self' : 'web.self.none')),
    h('table', { class: 'table' }, h('thead', {}, h('tr', {}, h('td', {}), d.own ? h('th', { scope: 'col' }, say('web.self.own')) : null, h('th', { scope: 'col' }, say('web.self.computed')))),
      h('tbody', {}, (d.ratings || []).map(r => h('tr', {}, h('th', { scope: 'row' }, say('dimension.' + r.item + '.name')), d.own ? h('td', {}, r.self !== undefined ? r.self : '–') : null, h('td', {}, r.score !== undefined ? r.score : '–'))))),
    (d.total_says || []).map((text, i) => h('p', {}, i ? text : h('b', {}, text))),
    v.you && v.you.roles.includes('primary') ? (d.ratings || []).filter(r => r.self === undefined).map(r => rateForm(r.item)) : null],

  beside: d => {
    const talks = d.rounds ? d.rounds.map(r => ({ ...r, name: say('web.round.name', { n: r.round }) })) : (d.teams || []).map(t => ({ ...t, name: say('web.team.name', { n: t.team + 1 }) }))
    const items = ['values', 'fear', 'asks', 'guides', 'agreement', 'calm', 'risk'].filter(item => talks.some(t => t.sheet && t.sheet[item]))
    return [h('p', { class: 'second' }, say('web.beside')), h('div', { class: talks.length > 5 ? 'two' : 'stack' }, talks.length ? manyCurves(talks) : null,
      talks.length > 5 ? tableOf(talks.map(t => [t.name + (t.outcome ? ' · ' + say('outcome.' + t.outcome + '.title') : ''), percent(t.start) + ' → ' + percent(t.end)]))
        : tableOf(talks.map(t => [t.name + (t.outcome ? ' · ' + say('outcome.' + t.outcome + '.title') : ''), percent(t.start) + ' → ' + percent(t.end),
        say('web.wall.exchanges', { n: t.decisions }), t.score !== undefined ? say('web.beside.score', { n: t.score }) : '', t.parted_at ? say('web.team.parted', { n: t.parted_at }) : '']))),
      items.length ? [h('h2', {}, say('web.sheets')), tableOf(items.map(item => [say('sheet.' + item).split(':')[0], ...talks.map(t => t.sheet[item] || '·')]))] : null]
  },

  board: (d, v) => [
    d.kept ? null : h('p', {}, say('web.board.none')),
    h('ul', { class: 'stack' }, (d.facts || []).map(f => h('li', {}, h('b', {}, f.text || f.fact), ' ', d.kept
      ? h('span', { class: f.said && !f.caught ? 'harm' : 'second' }, !f.said ? say('web.board.unsaid') : !f.caught ? say('board.missed') : f.late_ms > 60000 ? say('board.late', { n: Math.floor(f.late_ms / 60000) }) : say('board.caught'))
      : h('span', { class: 'second' }, minutes(f.story_ms)),
    f.as && f.guessed ? h('span', { class: 'second' }, ' (' + f.as + ')') : null))),
    (d.others || []).length ? [h('h2', {}, say('web.board.others')), h('ul', { class: 'stack' }, d.others.map(o => h('li', {}, o.text, o.misheard ? h('span', { class: 'harm' }, ' ' + say('board.misheard')) : null, matcher(d, v, o))))] : null],

  timeline: (d, v) => {
    let n = 0
    const all = (d.timeline || []).map(t => ({ ...t, n: decides(t) ? ++n : 0 }))
    return [
      n ? way(v, all) : null, n && !wide(v) ? h('p', { class: 'second' }, say('web.way.key')) : null,
      wide(v) ? onTheWall(d, all) : [
        all.filter(t => t.number === d.opened && decides(t)).map(t => [h('h2', {}, say('web.apart')), moment(t)]),
        h('ol', { class: 'stack' }, all.map(t => h('li', { class: t.grey ? 'left' : null }, decides(t) ? moment(t, t.number === d.opened) : happened(t))))],
      (d.sheets || []).length && wide(v) ? h('p', {}, say('web.sheets') + ': ' + d.sheets.map(s => itemName(s) + ' ' + mean(s)).join(' · ')) : null,
      (d.sheets || []).length && !wide(v) ? [h('h2', {}, say('web.sheets')), tableOf(d.sheets.map(s => [itemName(s), mean(s), say('web.spread', { low: s.low, high: s.high, n: s.raters })])),
        h('ul', {}, [...new Set(d.sheets.flatMap(s => (s.evidence || []).map(e => itemName(s) + ': ' + e)))].map(line => h('li', { class: 'second' }, line)))] : null,
      d.agreement && !wide(v) ? [d.agreement.sheets !== undefined ? h('p', {}, say('web.kappa.sheets', { k: kappa(d.agreement.sheets) })) : null, d.agreement.taps !== undefined ? h('p', {}, say('web.kappa.taps', { k: kappa(d.agreement.taps) })) : null] : null]
  },

  questions: d => h('ol', { class: 'stack' }, (d.questions || []).map(q => h('li', { class: 'card' }, q.text))),

  'what-if': (d, v) => [
    h('p', {}, d.instead ? say('web.what-if', { time: minutes(d.at_ms), said: lined(d.said), instead: lined(d.instead) }) : say(d.none === 'human' ? 'web.what-if.human' : 'web.what-if.none')),
    d.real && d.real.length > 1 ? curves(v, d.real, d.curve) : null,
    d.curve ? h('p', { class: 'second' }, say('web.what-if.key')) : null,
    d.outcome_then ? h('p', {}, say('web.what-if.end', { outcome: say('outcome.' + d.outcome_then + '.title') })) : null,
    d.curve ? h('p', { class: 'second' }, say('web.what-if.how')) : null],

  keep: (d, v) => [
    h('h2', {}, say('web.keep')), h('ul', {}, (d.keep || []).map(t => h('li', {}, t))),
    h('h2', {}, say('web.change')), h('ul', {}, (d.change || []).map(t => h('li', {}, t))),
    v.you && v.you.roles.includes('instructor') ? h('p', { class: 'second' }, say('web.close.before')) : null,
    v.you && !v.you.roles.includes('instructor') ? ['keep', 'change'].map(what => h('form', { class: 'stack', onsubmit: event => { event.preventDefault(); act({ do: what, text: document.getElementById('say-' + what).value.trim() }, say('web.note.kept')) } },
      h('label', { for: 'say-' + what }, h('span', {}, say('web.' + what + '.ask')), h('input', { id: 'say-' + what, maxlength: 120, required: true, value: v.you[what] || '' })), h('button', { id: 'send-' + what }, say('web.send')))) : null],

  close: (d, v) => [
    (d.help || []).map((text, i) => h('p', {}, i ? text : h('b', {}, text))),
    d.aloud ? [h('h2', {}, say('web.close.aloud')), d.aloud.map(text => h('p', { class: 'said' }, text))] : null,
    (d.not_told || []).length && wide(v) ? h('p', {}, say('web.close.phones', { n: d.not_told.length })) : (d.not_told || []).length ? listed('web.settle.not-told', d.not_told) : h('p', { class: 'second' }, say('web.close.all-told'))],
}
const listed = (id, texts) => (texts || []).length ? [h('h2', {}, say(id)), h('ul', {}, texts.map(t => h('li', {}, t)))] : null
const decides = t => !['inject', 'rewind', 'round', 'mark'].includes(t.verb)
const itemName = s => say('sheet.' + s.item).split(':')[0].trim()
const mean = s => (s.mean / 1000).toFixed(1).replace('.', say('web.decimal'))
const kappa = permille => (permille / 1000).toFixed(2).replace('.', say('web.decimal')).replace('-', '−')

/** What eight metres allow: where they disagree most, what harmed and why, what moved most, where they went back. */
function onTheWall(d, all) {
  const kept = all.filter(t => decides(t) && !t.grey)
  const opened = kept.filter(t => t.number === d.opened)
  const harmed = kept.filter(t => t.verdict === 'harmful' && t.number !== d.opened).sort((a, b) => b.to - b.from - a.to + a.from).slice(0, 2).sort((a, b) => a.n - b.n)
  const chosen = opened.concat(harmed)
  const moved = kept.filter(t => !chosen.includes(t)).sort((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from)).slice(0, harmed.length ? 0 : 2).sort((a, b) => a.n - b.n)
  const rest = kept.length - chosen.length - moved.length
  const part = (id, list) => list.length ? [h('h2', {}, say(id)), list.map(afar)] : null
  return [part('web.apart', opened), part('web.harm', harmed), part('web.moved', moved), all.filter(t => t.verb === 'rewind').slice(-1).map(happened),
    rest > 0 && !harmed.length ? h('p', { class: 'second' }, say('web.timeline.rest', { n: rest })) : null]
}
/** One decision for the wall: what was said; why it harmed, or whoever chose otherwise, and why. */
function afar(t) {
  const few = (t.votes || []).filter(x => !x.said).sort((a, b) => b.count - a.count)[0]
  return h('div', { class: 'moment' + (t.verdict === 'harmful' ? ' harmful' : '') },
    h('p', {}, t.n + '. ', h('b', {}, t.verb === 'heard' ? say('web.verb.heard', { what: say('act.' + t.act + '.short') }) : lined(t.text, t.verb)), ' ', h('span', { class: 'second' }, percent(t.from) + ' → ' + percent(t.to))),
    t.verdict === 'harmful' ? h('p', { class: 'harm' }, (t.why || '').split('\n')[0])
      : few ? h('p', { class: 'second' }, few.count + ' · ' + lined(few.text) + ((few.reasons || []).length ? ' – ' + few.reasons[0] : '')) : null)
}
const marked = m => m.kind === 'tap' ? markName(m.technique)
  : m.kind === 'hint' ? say('web.mark.hint') + ': ' + (m.technique ? say('act.' + m.technique + '.short') : m.text) + (m.fate === 'open' ? '' : ' (' + say(m.fate === 'used' ? 'web.hint.taken' : 'web.hint.ignored') + ')')
    : m.kind === 'flag' ? say('web.mark.flag') + (m.text ? ': ' + m.text : '') : say('web.mark.tag', { n: m.percent })
/** Twelve people who saw the same write it once. */
function allMarks(t) {
  const counted = new Map()
  for (const m of (t.marks || []).map(marked)) counted.set(m, (counted.get(m) || 0) + 1)
  return counted.size ? h('p', { class: 'second' }, [...counted].map(([name, n]) => n > 1 ? name + ' × ' + n : name).join(', ')) : null
}
/** Something that was no decision: brought in, gone back, marked. */
function happened(t) {
  return h('div', { class: 'moment' + (t.verb === 'round' ? ' round' : '') }, t.says ? h('p', {}, t.verb === 'inject' || t.verb === 'mark' ? h('span', { class: 'second' }, minutes(t.story_ms) + ' · ') : null, t.says) : h('p', { class: 'second' }, minutes(t.story_ms)), allMarks(t))
}
function moment(t, brief) {
  const figures = minutes(t.at_ms) + ' · ' + percent(t.from) + ' → ' + percent(t.to) + (t.act && t.verb !== 'heard' ? ' · ' + say('act.' + t.act + '.short') : '') + (t.verdict ? ' · ' + say('verdict.' + t.verdict + '.name') : '')
  const why = (t.why || '').split('\n').filter(Boolean)
  return h('div', { class: 'moment' + (t.verdict === 'harmful' && !t.grey ? ' harmful' : '') },
    h('p', {}, t.n + '. ', t.grey ? h('span', { class: 'second' }, say('web.verb.left') + ': ') : null, h('b', {}, t.verb === 'heard' ? say('web.verb.heard', { what: say('act.' + t.act + '.short') }) : lined(t.text, t.verb)), ' ',
      h('span', { class: 'second' }, figures + (t.verb === 'override' ? ' · ' + say('web.verb.override') : ''))),
    (brief ? (t.verdict === 'harmful' ? why.slice(0, 1) : []) : why).map(text => h('p', { class: t.verdict === 'harmful' ? 'harm' : 'second' }, text)),
    t.better && t.verdict !== 'strong' && !brief ? h('p', { class: 'second' }, say('web.better', { line: lined(t.better) })) : null,
    (t.votes || []).length && !(brief && t.verdict === 'harmful') ? h('ul', { class: 'second stack' }, t.votes.map(x => h('li', {}, x.count + ' · ' + x.text + (x.said ? ' ✓' : '') + ((x.reasons || []).length && !(brief && x.said) ? ' – ' + [...new Set(x.reasons)].map(r => lined(r)).join(', ') : '')))) : null,
    allMarks(t))
}
const markName = id => has('web.mark.' + id) ? say('web.mark.' + id) : say('act.' + id + '.short')

function rateForm(item) {
  return h('form', { class: 'row', onsubmit: event => { event.preventDefault(); act({ do: 'rate', item, score: Number(document.getElementById('rate-' + item).value) }) } },
    h('label', { class: 'grow', for: 'rate-' + item }, h('span', {}, say('dimension.' + item + '.name')), h('input', { id: 'rate-' + item, type: 'number', min: 0, max: 100, required: true })), h('button', { id: 'rate-go-' + item }, say('web.send')))
}
function matcher(d, v, o) {
  if (!v.you || !v.you.roles.includes('instructor')) return null
  return h('select', { id: 'match-' + o.entry, 'aria-label': say('web.board.means', { text: o.text }), 'data-fixed': '', onchange: event => { if (event.target.value) act({ do: 'match', entry: o.entry, fact: event.target.value }) } },
    h('option', { value: '' }, '…'), h('option', { value: 'none' }, say('web.board.nothing')), (d.could || []).map(f => h('option', { value: f.fact }, f.text || f.fact)))
}
function debriefForSeat(v) {
  if (!v.room || v.room.phase !== 'debrief' || !v.debrief) return null
  const d = v.debrief
  const page = d.page
  const whose = v.room.teams > 1 && page !== 'beside' && d.team !== undefined ? ' · ' + say('web.team.name', { n: d.team + 1 }) : ''
  return h('section', { class: 'card sheet stack' + (wide(v) ? ' fit' : '') }, h('h1', {}, say(page === 'self' && d.own === false ? 'web.page.score' : 'web.page.' + page) + whose), debriefPages[page](v.debrief, v))
}
