/** Last part of a path or `file:` URI, for showing; works for both kinds of separator. */
export function baseName(pathOrUri: string): string {
  const plain = /^[a-z][a-z\d+.-]+:\/\//i.test(pathOrUri) ? decode(pathOrUri) : pathOrUri;
  return plain.split(/[/\\]/).findLast((part) => part !== '') ?? pathOrUri;
}

/** A path from the innermost of the folders on, the folder's own name included; whole where it lies in none of them. */
export function belowFolder(path: string, folders: readonly string[]): string {
  const inside = folders
    .map((folder) => folder.replace(/[/\\]+$/, ''))
    .filter((folder) => path.startsWith(folder) && /[/\\]/.test(path.charAt(folder.length)))
    .sort((a, b) => b.length - a.length)[0];
  return inside === undefined ? path : baseName(inside) + path.slice(inside.length);
}

function decode(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch (error) {
    if (error instanceof URIError) return uri;
    throw error;
  }
}
