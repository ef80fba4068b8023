#!/usr/bin/env bash
# usage: publish.sh trimmed|native FOLDER
# Publishes the sample, fails on any warning of trimming or native compilation, and runs what it published.
# Needs packages from the NuGet feed: the runtime of this system, for native compilation also Microsoft.NETCore.App.Runtime.NativeAOT
# and a C compiler (clang, or gcc). Where a package cannot be had the script ends with 69.
set -euo pipefail
kind="${1:?trimmed or native}" out="${2:?FOLDER}"
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
case "$(uname -m)" in aarch64 | arm64) arch=arm64 ;; *) arch=x64 ;; esac
case "$(uname -s)" in Darwin) rid="osx-$arch" ;; *) rid="linux-$arch" ;; esac

case "$kind" in
  trimmed) options=(-p:PublishTrimmed=true --self-contained) ;;
  native)
    options=(-p:PublishAot=true)
    command -v clang >/dev/null || options+=(-p:CppCompilerAndLinker=gcc)
    ;;
  *) echo "publish.sh: $kind is neither trimmed nor native" >&2; exit 64 ;;
esac

log="$(mktemp)"
trap 'rm -f "$log"' EXIT
# Objects of its own: other builds of the same projects may be under way.
if ! dotnet publish "$here" -c Release -r "$rid" -o "$out/program" --artifacts-path "$out/artifacts" -nologo "${options[@]}" >"$log" 2>&1; then
  cat "$log" >&2
  if grep -qE 'NU1101|NU1102|NU1301' "$log"; then exit 69; fi
  exit 1
fi
if grep -E 'warning (IL|AOT)[0-9]*' "$log"; then
  echo "publish.sh: $kind publishing warns" >&2
  exit 1
fi

mkdir -p "$out/texts"
printf 'The rain came over the river.\n\nNobody had seen such storms since spring.\n\nRainy days follow.\n' >"$out/texts/a.txt"
"$out/program/Search.AotSample" "$out/texts" "$out/index" 'rain* OR "such storms" OR strms~ OR /riv[a-e]r/'
