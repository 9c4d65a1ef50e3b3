/** In charge of listening to what a client sends to PostgreSQL: which statements, under which names. */
import net from 'node:net';

/** What went through since the last `clear`. */
export interface WatchedProtocol {
  /** The connection string that leads through it. */
  url: string;
  /** Statements run: one for each Execute or simple Query. */
  executed: number;
  /** Names of the statements prepared; empty strings for unnamed ones. */
  prepared: string[];
  clear(): void;
  close(): Promise<void>;
}

const startupLength = 4;

/** Starts a proxy on loopback in front of the server of `url`. */
export async function watchProtocol(url: string): Promise<WatchedProtocol> {
  const target = new URL(url);
  const sockets = new Set<net.Socket>();
  const watched = { executed: 0, prepared: [] as string[] };

  const proxy = net.createServer((client) => {
    const server = net.connect(Number(target.port), target.hostname);
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        client.destroy();
        server.destroy();
      });
    }
    const read = createReader((type, body) => {
      if (type === 'Q' || type === 'E') watched.executed += 1;
      if (type === 'P') watched.prepared.push(body.toString('utf8', 0, body.indexOf(0)));
    });
    client.on('data', (chunk: Buffer) => {
      read(chunk);
      server.write(chunk);
    });
    server.on('data', (chunk) => client.write(chunk));
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));

  const through = new URL(url);
  through.port = String((proxy.address() as net.AddressInfo).port);
  return {
    url: through.href,
    get executed() {
      return watched.executed;
    },
    get prepared() {
      return watched.prepared;
    },
    clear() {
      watched.executed = 0;
      watched.prepared = [];
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}

/** Cuts the stream into messages: the first has no type (PostgreSQL's manual, "Message Formats"). */
function createReader(onMessage: (type: string, body: Buffer) => void): (chunk: Buffer) => void {
  let waiting = Buffer.alloc(0);
  let isStarted = false;
  return (chunk) => {
    waiting = Buffer.concat([waiting, chunk]);
    for (;;) {
      const typeLength = isStarted ? 1 : 0;
      if (waiting.length < typeLength + startupLength) return;
      const end = typeLength + waiting.readUInt32BE(typeLength);
      if (waiting.length < end) return;
      if (isStarted) onMessage(waiting.toString('latin1', 0, 1), waiting.subarray(5, end));
      isStarted = true;
      waiting = waiting.subarray(end);
    }
  };
}
