// debrief.js - the group's debrief, page by page, as far as the instructor has shown it.
'use strict'

function debriefForSeat(v) {
  if (!v.room || v.room.phase !== 'debrief') return null
  return h('section', { class: 'card sheet stack' }, h('h1', {}, say('web.page.' + (v.room.page || 'settle'))))
}
