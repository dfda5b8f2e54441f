// screen.js - the projected page: the scene, the count of a vote, the lobby; readable from eight metres.
'use strict'

const main = document.getElementById('main')
const back = document.getElementById('back')
parts(main, ['lobby', 'frozen', 'scene', 'votes', 'debrief', 'foot'])

function lobby() {
  if (view.room.phase !== 'lobby') return null
  return h('section', { class: 'lobby' }, h('img', { class: 'qr', src: '/join.svg', alt: say('web.qr') }), h('div', {},
    h('h1', {}, say('web.join.title')), h('p', {}, document.body.dataset.address), h('p', {}, say('web.code') + ' ', h('span', { class: 'code' }, view.room.code)),
    h('p', { class: 'second' }, say('web.same-network')), h('p', {}, say('web.here', { n: view.room.joined }))))
}
function mood(s) { return s.state || 'calm' }
const playing = () => ['play', 'pause'].includes(view.room.phase)
function scene() {
  const s = view.scene
  if (!s) return null
  if (view.room.phase === 'brief') return h('section', { class: 'sheet stack' }, h('h1', {}, view.room.title), h('p', { class: 'second' }, view.room.setting), paragraphs(s.briefing))
  if (!playing()) return null
  if (view.vote && view.vote.state === 'revealed') return h('section', { class: 'words' }, pieces((s.line || s.answer || []).filter(p => p.said).slice(-1))) // room for the result
  const long = sceneText(s).length > 170
  return h('section', { class: 'words stack' + (long ? ' long' : '') }, scenePieces(s, true))
}
function votes() {
  if (!playing() || !view.vote || view.vote.state !== 'revealed') return null
  return h('section', { class: 'votes stack' }, results(view), minority(view))
}
function foot() {
  const v = view.vote
  const time = segment(view)
  if (playing() && v && v.state === 'open') return h('p', { class: 'foot-line' }, h('span', {}, say('web.vote.phone')), h('span', {}, h('b', { class: 'n' }, v.in || 0), ' ', say('web.vote.of', { of: v.of || 0 }), '  ', v.ends !== undefined ? until(v.ends) : null))
  if (view.room.phase === 'lobby') return null
  return h('p', { class: 'foot-line second' }, h('span', {}, say('web.code') + ' ' + view.room.code), time)
}
let shown = ''
function backdrop() {
  const whole = !playing()
  document.body.classList.toggle('whole', whole)
  const src = '/person/' + (view.scene && playing() ? mood(view.scene) : 'calm') + '.png'
  if (src !== shown) back.src = shown = src
  back.alt = view.scene && playing() && view.scene.cue ? bare(view.scene.cue) : ''
}

function draw() {
  backdrop()
  put(main, 'lobby', lobby())
  put(main, 'frozen', frozen(view))
  put(main, 'scene', scene())
  put(main, 'votes', votes())
  put(main, 'debrief', debriefForSeat(view))
  put(main, 'foot', foot())
}

begin(draw, location.search + (location.search ? '&' : '?') + 'as=screen', '/')
