#!/usr/bin/env bash
# pages.sh - every page that the program writes, for axe: usage: pages.sh PROGRAM FOLDER
# Debriefs of all kept plays in English and French, broken ones too; whatever other verbs write as HTML.
set -euo pipefail
program=$1 folder=$2
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
export TALKDOWN_DATA=$root TALKDOWN_HOME=$folder/home
mkdir -p "$folder/home"
rm -f "$folder"/*.html

first=
for play in "$root"/scenarios/*/plays/*.play; do
    name=$(basename "$(dirname "$(dirname "$play")")")-$(basename "$play" .play)
    "$program" debrief "$play" --html "$folder/$name.html"
    "$program" debrief "$play" --lang fr --html "$folder/$name.fr.html"
    first=${first:-$play}
done

# One with a rating, a board, a note and a line that cannot be read: every part of the page is there.
{
    cat "$first"
    printf -- '- primary %s\n' 'feel 4' 'rate listening 60' 'rate timing 40' 'rate regulation 50' 'rate safety 70' \
        'rate respect 80' 'rate outcome 30' 'note "It stayed with me."' 'board risk "He has been thinking of it"' \
        'board hook "his brother"'
    echo 'this line is damaged'
} >"$folder/marked.play"
"$program" debrief "$folder/marked.play" --html "$folder/marked.html" 2>/dev/null || [ -s "$folder/marked.html" ]

# The model card, where it is built in.
if "$program" help | grep -q '^ *model '; then
    "$program" model --html "$folder/model.html"
    "$program" model --lang fr --html "$folder/model.fr.html"
fi

# What the linter has to say, of a scenario with little and of one with much to mend (which is an answer, not a failure).
for path in "$root"/scenarios/bridge-rail "$root"/tests/lint/act-diet; do
    name=lint-$(basename "$path")
    "$program" lint "$path/scenario.json" --html "$folder/$name.html" >/dev/null || [ -s "$folder/$name.html" ]
    "$program" lint "$path/scenario.json" --lang fr --html "$folder/$name.fr.html" >/dev/null || [ -s "$folder/$name.fr.html" ]
done
# Two on one page, with whom one meets in them.
"$program" lint --runs 2 "$root"/tests/lint/{clean,twin-choices}/scenario.json --html "$folder/lint-several.html" >/dev/null || [ -s "$folder/lint-several.html" ]
