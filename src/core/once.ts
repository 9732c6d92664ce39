/**
 * Remembers what is made of each thing by its key, as long as the function that it gives is kept.
 * @param keyOf things with the same key are made once; what is made of the first holds for all
 */
export function once<In, Key, Out>(keyOf: (one: In) => Key, make: (one: In) => Out): (one: In) => Out {
  const known = new Map<Key, Out>();
  return (one) => {
    const key = keyOf(one);
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(one);
    known.set(key, made);
    return made;
  };
}
