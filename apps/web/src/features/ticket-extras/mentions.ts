interface Named {
  readonly personId: string;
  readonly name: string;
}

/** Whom a note names: `@` with the whole name, no letter after it. Of two names where one begins the other the longer counts. */
export const mentionsIn = (text: string, people: readonly Named[]): readonly string[] => {
  let rest = text;
  const found: string[] = [];
  for (const { personId, name } of people.toSorted((a, b) => b.name.length - a.name.length)) {
    const said = `@${name}`;
    const parts = rest.split(said);
    if (parts.slice(1).some((after) => !/^[\p{L}\p{N}]/u.test(after))) {
      found.push(personId);
      rest = parts.join(' ');
    }
  }
  return found;
};

/** Those whose name has a word that begins so, at most eight. */
export const peopleFor = <P extends Named>(query: string, people: readonly P[]): readonly P[] => {
  const wanted = query.toLowerCase();
  return people
    .filter(({ name }) =>
      name
        .toLowerCase()
        .split(/\s+/)
        .some((word) => word.startsWith(wanted)),
    )
    .slice(0, 8);
};
