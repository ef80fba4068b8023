# Completions of search for bash: source this file, or put it into /usr/share/bash-completion/completions/search.
_search() {
  local line=${COMP_LINE:0:COMP_POINT} word=${COMP_WORDS[COMP_CWORD]} choices
  choices=$(search "[suggest:${#line}]" "$line" 2>/dev/null) || return
  mapfile -t COMPREPLY < <(compgen -W "$choices" -- "$word")
}
complete -o default -F _search search
