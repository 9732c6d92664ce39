/**
 * Remembers what is made of each thing by its key, as long as the function that it gives is kept. What throws is not remembered.
 * @param keyOf things with the same key are made once; what is made of the first holds for all
 */
export function once<In, Key, Out>(keyOf: (one: In) => Key, make: (one: In) => Out): (one: In) => Out {
  const known = new Map<Key, Kept<Out>>();
  return (one) => remember(known, keyOf(one), one, make);
}

/**
 * Remembers what is made of each object, as long as the object itself is kept. What throws is not remembered.
 * @param make reads an object that nobody changes later
 */
export function oncePer<In extends object, Out>(make: (one: In) => Out): (one: In) => Out {
  const known = new WeakMap<In, Kept<Out>>();
  return (one) => remember(known, one, one, make);
}

/** What was made, be it undefined. */
interface Kept<Out> {
  made: Out;
}

interface Known<Key, Out> {
  get(key: Key): Kept<Out> | undefined;
  set(key: Key, kept: Kept<Out>): unknown;
}

function remember<In, Key, Out>(known: Known<Key, Out>, key: Key, one: In, make: (one: In) => Out): Out {
  const found = known.get(key);
  if (found) return found.made;
  const made = make(one);
  known.set(key, { made });
  return made;
}
