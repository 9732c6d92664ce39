/** Last part of a path or `file:` URI, for showing; works for both kinds of separator. */
export function baseName(pathOrUri: string): string {
  const plain = /^[a-z][a-z\d+.-]+:\/\//i.test(pathOrUri) ? decode(pathOrUri) : pathOrUri;
  return plain.split(/[/\\]/).findLast((part) => part !== '') ?? pathOrUri;
}

function decode(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch (error) {
    if (error instanceof URIError) return uri;
    throw error;
  }
}
