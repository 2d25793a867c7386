#!/usr/bin/env bash
# Fills a folder with what the longhand program needs beside itself:
#
#   DEST/assets/    goes into every site as it is: longhand.css, the scripts, katex.css, lunr.js, fonts/*.woff2 and their licences
#   DEST/versions   the packages all this comes from, one "name version" a line
#   DEST/scripts/   katex.min.js and highlight.min.js, run while a book is built
#
# Usage: build-share.sh DEST. Does nothing when DEST already holds what the present inputs give.
# Debian packages: fonts-sil-charis fonts-inter fonts-jetbrains-mono libjs-katex fonts-katex libjs-highlight.js
# libjs-lunr libharfbuzz-bin (hb-subset) woff2 (woff2_compress).
set -euo pipefail
shopt -s nullglob

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
readonly here
readonly charis=/usr/share/fonts/truetype/charis
readonly inter=/usr/share/fonts/opentype/inter
readonly jetbrains=/usr/share/fonts/truetype/jetbrains-mono
readonly katex=/usr/share/javascript/katex
readonly lunr=/usr/share/javascript/lunr/lunr.min.js
readonly highlight=/usr/share/javascript/highlight.js/highlight.min.js

# The faces of the site: name in the style sheet's @font-face, and the file it is cut from.
readonly faces=(
    "serif-regular     $charis/CharisSIL-Regular.ttf"
    "serif-italic      $charis/CharisSIL-Italic.ttf"
    "serif-bold        $charis/CharisSIL-Bold.ttf"
    "serif-bolditalic  $charis/CharisSIL-BoldItalic.ttf"
    "sans-regular      $inter/Inter-Regular.otf"
    "sans-italic       $inter/Inter-Italic.otf"
    "sans-medium       $inter/Inter-Medium.otf"
    "sans-semibold     $inter/Inter-SemiBold.otf"
    "mono-regular      $jetbrains/JetBrainsMono-Regular.ttf"
    "mono-semibold     $jetbrains/JetBrainsMono-SemiBold.ttf"
)

# Latin (with Extended-A, Romanian, Vietnamese), combining accents, Greek, Cyrillic, punctuation, super- and subscripts,
# currency, letter-like signs, fractions, arrows, mathematical operators, box drawing, shapes, check marks.
readonly characters=0020-007E,00A0-017F,018F,0192,01A0,01A1,01AF,01B0,0218-021B,0237,02BC,02C6-02DD,0300-0323,\
0370-03FF,0400-045F,0490,0491,1EA0-1EF9,2000-206F,2070-209F,20A0-20BF,2100-214F,2150-215F,2190-21FF,2200-22FF,\
2308-230B,2318,2500-257F,2580-25FF,2605,2606,2610-2612,2713,2717,27E8,27E9,FB01,FB02,FFFD

# Without the alternates that would double every file: no ligatures in code, where != must look as it is typed.
readonly features=ccmp,locl,kern,mark,mkmk,liga,tnum,lnum,case,sups,subs

main() {
    [[ $# -eq 1 ]] || { echo "usage: build-share.sh DEST" >&2; exit 64; }
    local destination=$1 stamp
    require
    stamp=$(fingerprint)
    if [[ -f $destination/stamp && $(<"$destination/stamp") == "$stamp" ]]; then return; fi

    local fresh=$destination.new
    rm -rf "$fresh"
    mkdir -p "$fresh/assets/fonts" "$fresh/scripts"
    copy_scripts "$fresh"
    copy_styles "$fresh/assets"
    cut_fonts "$fresh/assets/fonts"
    copy_licences "$fresh/assets/fonts"
    dpkg-query --show --showformat '${Package} ${Version}\n' libjs-katex libjs-highlight.js libjs-lunr fonts-katex \
        fonts-sil-charis fonts-inter fonts-jetbrains-mono >"$fresh/versions"
    echo "$stamp" >"$fresh/stamp"
    rm -rf "$destination"
    mv "$fresh" "$destination"
}

# Names the package of whatever is not there.
require() {
    local missing=()
    command -v hb-subset >/dev/null || missing+=(libharfbuzz-bin)
    command -v woff2_compress >/dev/null || missing+=(woff2)
    [[ -f $charis/CharisSIL-Regular.ttf ]] || missing+=(fonts-sil-charis)
    [[ -f $inter/Inter-Regular.otf ]] || missing+=(fonts-inter)
    [[ -f $jetbrains/JetBrainsMono-Regular.ttf ]] || missing+=(fonts-jetbrains-mono)
    [[ -f $katex/katex.min.js ]] || missing+=(libjs-katex)
    [[ -f $katex/fonts/KaTeX_Main-Regular.woff2 ]] || missing+=(fonts-katex)
    [[ -f $lunr ]] || missing+=(libjs-lunr)
    [[ -f $highlight ]] || missing+=(libjs-highlight.js)
    [[ ${#missing[@]} -eq 0 ]] && return
    echo "build-share.sh: error: install the Debian packages ${missing[*]}" >&2
    exit 74
}

fingerprint() {
    local sources=() face
    for face in "${faces[@]}"; do sources+=("${face##* }"); done
    cat "$here/build-share.sh" "$here"/*.css "$here"/*.js "$lunr" "$katex/katex.min.css" "$katex/katex.min.js" "$highlight" \
        "$katex"/fonts/*.woff2 "${sources[@]}" | sha256sum | cut -d ' ' -f 1
}

copy_scripts() {
    cp "$katex/katex.min.js" "$highlight" "$1/scripts/"
}

# KaTeX's style sheet with its WOFF2 files alone: every browser since 2018 reads them.
copy_styles() {
    cp "$here"/*.css "$here"/*.js "$1/"
    cp "$lunr" "$1/lunr.js"
    sed -E "s/,url\([^)]*\.(woff|ttf)\) format\('(woff|truetype)'\)//g" "$katex/katex.min.css" >"$1/katex.css"
    cp "$katex"/fonts/*.woff2 "$1/fonts/"
}

# The subsets keep copyright and licence (names 0, 13, 14) and lose the names the licence reserves for the whole fonts.
cut_fonts() {
    local face name source
    for face in "${faces[@]}"; do
        read -r name source <<<"$face"
        hb-subset "$source" --unicodes="$characters" --layout-features="$features" --name-IDs=0,13,14 --no-hinting \
            --output-file="$1/$name${source: -4}"
        woff2_compress "$1/$name${source: -4}" >/dev/null 2>&1
        rm "$1/$name${source: -4}"
    done
}

copy_licences() {
    local package
    for package in fonts-sil-charis fonts-inter fonts-jetbrains-mono fonts-katex libjs-lunr; do
        printf '%s\n%s\n\n' "$package" "${package//?/=}"
        cat "/usr/share/doc/$package/copyright"
        printf '\n\n'
    done >"$1/LICENSES.txt"
}

main "$@"
