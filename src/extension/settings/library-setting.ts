/** `attest.library.location` as it stands in VS Code: of any type. */
export interface LibrarySetting {
  ofUser: unknown;
  /** Of the workspace that is open; undefined where it sets none, or is not trusted. */
  ofWorkspace: unknown;
}

/** A scheme with its host, or the server of a Windows share, at the beginning of a location. */
const remote = /^(?:[a-z][a-z0-9+.-]+:)?(?:\/\/|\\\\)[^/\\?#]*/i;

/**
 * The location that counts. A workspace may name a folder of its own, and no other machine: passages and what is searched
 * for would go there, and its settings come with a folder that somebody else may have written.
 * @returns '' where none is set
 */
export function chosenLibrary(setting: LibrarySetting): string {
  const { ofUser, ofWorkspace } = setting;
  const isOfWorkspace = typeof ofWorkspace === 'string' && machineOf(ofWorkspace) === undefined;
  return text(isOfWorkspace ? ofWorkspace : ofUser);
}

/** The other machine that the workspace names and that is not used, e.g. `s3://bucket`; undefined where there is none. */
export function refusedMachine({ ofUser, ofWorkspace }: LibrarySetting): string | undefined {
  return text(ofUser) === text(ofWorkspace) ? undefined : machineOf(text(ofWorkspace));
}

function machineOf(location: string): string | undefined {
  const [machine] = remote.exec(location.trim()) ?? [];
  return machine?.toLowerCase() === 'file://' ? undefined : machine;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
