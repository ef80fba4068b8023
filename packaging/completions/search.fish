# Completions of search for fish: put this file into ~/.config/fish/completions.
function __search_complete
    set -l line (commandline -cp)
    search "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
end
complete -c search -a '(__search_complete)'
