"""Operations: verbs that join reading, rules, reports and editing; values in and out, no terminal."""
