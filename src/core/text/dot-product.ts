/** The dot product of two vectors, which for vectors of unit length is their cosine; 0 where one is missing. */
export function dotProduct(one: Float32Array | undefined, other: Float32Array | undefined): number {
  if (!one || !other) return 0;
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}
