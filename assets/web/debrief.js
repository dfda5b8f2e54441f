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

/** What was, and over it what could have been: agitation against story time. */
function curves(real, other) {
  const end = Math.max(1, ...real.concat(other || []).map(p => p[0]))
  const line = points => points.map(p => (p[0] / end * 600 + 10).toFixed(1) + ',' + (190 - p[1] / 1000 * 180).toFixed(1)).join(' ')
  const picture = svg('svg', { viewBox: '0 0 620 200', class: 'curve', role: 'img', 'aria-label': say('web.curve') })
  for (const level of [200, 400, 600, 800]) picture.append(svg('line', { x1: 10, x2: 610, y1: 190 - level * 0.18, y2: 190 - level * 0.18, class: 'rule' }))
  picture.append(svg('polyline', { points: line(real), class: 'real' }))
  if (other && other.length) picture.append(svg('polyline', { points: line(other), class: 'other' }))
  return picture
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
      (d.card.told || []).length ? [h('h3', {}, say('web.settle.told')), h('ul', {}, d.card.told.map(t => h('li', {}, t)))] : null,
      !(d.card.not_told || []).length ? null : wide(v) ? h('p', { class: 'second' }, say('web.board.unsaid-rest', { n: d.card.not_told.length })) : [h('h3', {}, say('web.settle.not-told')), h('ul', {}, d.card.not_told.map(t => h('li', {}, t)))]] : null],

  self: (d, v) => [
    h('p', {}, say('web.self')),
    tableOf((d.ratings || []).map(r => [say('dimension.' + r.item + '.name'), r.self !== undefined ? r.self : '·', r.score !== undefined ? r.score : '·'])),
    h('p', { class: 'second' }, say('web.self.columns')),
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
    h('ul', { class: 'stack' }, (d.facts || []).filter(f => !wide(v) || f.said || f.caught).map(f => h('li', {}, h('b', {}, f.text || f.fact), ' ',
      h('span', { class: f.said && !f.caught ? 'harm' : 'second' }, !f.said ? say('web.board.unsaid') : !f.caught ? say('board.missed') : f.late_ms > 60000 ? say('board.late', { n: Math.floor(f.late_ms / 60000) }) : say('board.caught')),
      f.as && f.guessed ? h('span', { class: 'second' }, ' (' + f.as + ')') : null))),
    wide(v) && (d.facts || []).some(f => !f.said) ? h('p', { class: 'second' }, say('web.board.unsaid-rest', { n: d.facts.filter(f => !f.said).length })) : null,
    (d.others || []).length ? [h('h3', {}, say('web.board.others')), h('ul', { class: 'stack' }, d.others.map(o => h('li', {}, o.text, o.misheard ? h('span', { class: 'harm' }, ' ' + say('board.misheard')) : null, matcher(d, v, o))))] : null],

  timeline: (d, v) => {
    const all = d.timeline || []
    const opened = all.filter(t => t.number === d.opened)
    // on the wall the decisions that moved the person most; the whole way is on the phones
    const most = wide(v) ? all.filter(t => t.number !== d.opened).sort((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from)).slice(0, 4) : all
    const shown = all.filter(t => most.includes(t))
    const rest = wide(v) ? all.length - opened.length - shown.length : 0
    return [
      opened.length ? [h('h2', {}, say('web.apart')), h('div', {}, opened.map(moment))] : null,
      h('ol', { class: 'stack' }, shown.map(t => h('li', {}, moment(t)))),
      rest > 0 ? h('p', { class: 'second' }, say('web.timeline.rest', { n: rest })) : null,
      (d.sheets || []).length ? [h('h2', {}, say('web.sheets')), tableOf(d.sheets.map(s => [say('sheet.' + s.item).split(':')[0], (s.mean / 1000).toFixed(1).replace('.', say('web.decimal')), say('web.spread', { low: s.low, high: s.high, n: s.raters })])),
        h('ul', {}, [...new Set(d.sheets.flatMap(s => (s.evidence || []).map(e => say('sheet.' + s.item).split(':')[0] + ': ' + e)))].map(line => h('li', { class: 'second' }, line)))] : null,
      d.agreement ? [d.agreement.sheets !== undefined ? h('p', {}, say('web.kappa.sheets', { k: kappa(d.agreement.sheets) })) : null, d.agreement.taps !== undefined ? h('p', {}, say('web.kappa.taps', { k: kappa(d.agreement.taps) })) : null] : null]
  },

  questions: d => h('ol', { class: 'stack' }, (d.questions || []).map(q => h('li', { class: 'card' }, q.text))),

  'what-if': (d, v) => [
    h('p', {}, d.instead ? say('web.what-if', { said: lined(d.said), instead: lined(d.instead) }) : say(v.room.human ? 'web.what-if.human' : 'web.what-if.none')),
    d.real && d.real.length > 1 ? curves(d.real, d.curve) : null,
    d.curve ? h('p', { class: 'second' }, say('web.what-if.key')) : null,
    d.outcome_then ? h('p', {}, say('web.what-if.end', { outcome: say('outcome.' + d.outcome_then + '.title') })) : null],

  keep: (d, v) => [
    h('h2', {}, say('web.keep')), h('ul', {}, (d.keep || []).map(t => h('li', {}, t))),
    h('h2', {}, say('web.change')), h('ul', {}, (d.change || []).map(t => h('li', {}, t))),
    v.you && !v.you.roles.includes('instructor') ? ['keep', 'change'].map(what => h('form', { class: 'stack', onsubmit: event => { event.preventDefault(); act({ do: what, text: document.getElementById('say-' + what).value.trim() }, say('web.note.kept')) } },
      h('label', { for: 'say-' + what }, h('span', {}, say('web.' + what + '.ask')), h('input', { id: 'say-' + what, maxlength: 120, required: true, value: v.you[what] || '' })), h('button', { id: 'send-' + what }, say('web.send')))) : null],
}
const kappa = permille => (permille / 1000).toFixed(2).replace('.', say('web.decimal'))

function moment(t) {
  const marks = (t.marks || []).map(m => m.kind === 'tap' ? markName(m.technique)
    : m.kind === 'hint' ? say('web.mark.hint') + ': ' + (m.technique ? say('act.' + m.technique + '.short') : m.text) + (m.fate === 'open' ? '' : ' (' + say(m.fate === 'used' ? 'web.hint.taken' : 'web.hint.ignored') + ')')
      : m.kind === 'flag' ? say('web.mark.flag') + (m.text ? ': ' + m.text : '')
        : m.kind === 'tag' ? say('web.mark.tag', { n: m.percent }) : m.text || say('web.inject'))
  const counted = new Map()
  for (const m of marks) counted.set(m, (counted.get(m) || 0) + 1)
  return h('div', { class: 'moment' },
    h('p', {}, h('b', {}, t.verb === 'heard' ? say('web.verb.heard', { what: say('act.' + t.act + '.short') }) : lined(t.text, t.verb)), ' ', h('span', { class: 'second' }, minutes(t.story_ms) + ' · ' + percent(t.from) + ' → ' + percent(t.to) + (t.act && t.verb !== 'heard' ? ' · ' + say('act.' + t.act + '.short') : '') + (t.verdict ? ' · ' + say('verdict.' + t.verdict + '.name') : ''))),
    t.better ? h('p', { class: 'second' }, say('web.better', { line: lined(t.better) })) : null,
    (t.votes || []).length ? h('ul', { class: 'second' }, t.votes.map(x => h('li', {}, x.count + ' · ' + x.text + (x.said ? ' ✓' : '')))) : null,
    counted.size ? h('p', { class: 'second' }, [...counted].map(([name, n]) => n > 1 ? name + ' × ' + n : name).join(', ')) : null)
}
const markName = id => has('web.mark.' + id) ? say('web.mark.' + id) : say('act.' + id + '.short')

function rateForm(item) {
  return h('form', { class: 'row', onsubmit: event => { event.preventDefault(); act({ do: 'rate', item, score: Number(document.getElementById('rate-' + item).value) }) } },
    h('label', { class: 'grow', for: 'rate-' + item }, h('span', {}, say('dimension.' + item + '.name')), h('input', { id: 'rate-' + item, type: 'number', min: 0, max: 100, required: true })), h('button', { id: 'rate-go-' + item }, say('web.send')))
}
function matcher(d, v, o) {
  if (!v.you || !v.you.roles.includes('instructor')) return null
  return h('select', { id: 'match-' + o.entry, 'aria-label': say('web.board.means', { text: o.text }), 'data-fixed': '', onchange: event => { if (event.target.value) act({ do: 'match', entry: o.entry, fact: event.target.value }) } },
    h('option', { value: '' }, '…'), h('option', { value: 'none' }, say('web.board.nothing')), (d.facts || []).map(f => h('option', { value: f.fact }, f.text || f.fact)))
}
function debriefForSeat(v) {
  if (!v.room || v.room.phase !== 'debrief' || !v.debrief) return null
  const d = v.debrief
  const page = d.page
  const whose = v.room.teams > 1 && page !== 'beside' && d.team !== undefined ? ' · ' + say('web.team.name', { n: d.team + 1 }) : ''
  return h('section', { class: 'card sheet stack' + (wide(v) ? ' fit' : '') }, h('h1', {}, say('web.page.' + page) + whose), debriefPages[page](v.debrief, v))
}
