import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';

/** A proxy on loopback that takes every tunnel to one port of this computer, whatever host it was asked for. */
export interface TunnelProxy {
  url: string;
  /** `host:port` of each tunnel that was asked for, in order. */
  hosts: string[];
  close(): Promise<void>;
}

/** Starts a proxy in front of what listens on a port. */
export async function startTunnelProxy(port: number): Promise<TunnelProxy> {
  const hosts: string[] = [];
  const server = createServer((_, response) => response.writeHead(405).end());
  server.on('connect', (request, socket) => {
    hosts.push(request.url ?? '');
    const target = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      target.pipe(socket).pipe(target);
    });
    target.on('error', () => socket.destroy());
    socket.on('error', () => target.destroy());
    // Once it is a tunnel, the server does not count the connection as its own.
    server.once('close', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hosts,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
