import type { CancellationToken, Disposable } from 'vscode-languageserver/node';

/** Runs work with a signal that the client's cancellation aborts. */
export async function withSignal<T>(
  token: CancellationToken,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  let listener: Disposable | undefined;
  if (token.isCancellationRequested) controller.abort();
  else listener = token.onCancellationRequested(() => controller.abort());
  try {
    return await work(controller.signal);
  } finally {
    listener?.dispose();
  }
}
