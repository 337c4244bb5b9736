// Node's socket.io, doing what the others do. Usage: node --expose-gc socket.io.mjs PORT RECOVERY
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { Server } from 'socket.io';

const [port, recovery] = process.argv.slice(2);
const text = 'x'.repeat(400 - '42["ev",{"text":""}]'.length);
const http = createServer();
const io = new Server(http, {
  serveClient: false,
  transports: ['websocket'],
  ...(recovery === 'true' && { connectionStateRecovery: { maxDisconnectionDuration: 3_600_000, skipMiddlewares: false } }),
});
io.use((socket, next) => {
  if (socket.handshake.auth.token !== 'bench') return next(new Error('wrong token'));
  socket.data.user = socket.handshake.auth.token;
  next();
});
let connections = 0;
io.on('connection', (socket) => {
  socket.join('all');
  const group = connections++;
  for (let i = 1; i < 10; i++) socket.join(`room${(group + i) % 100}`);
  socket.on('go', () => io.to('all').emit('ev', { text }));
  socket.emit('ready');
});
http.listen({ port: Number(port), host: '127.0.0.1', backlog: 4096 }, () => console.log('ready'));

const commands = createInterface({ input: process.stdin });
commands.on('line', () => {
  global.gc();
  global.gc();
  console.log(JSON.stringify({ heap: process.memoryUsage().heapUsed }));
});
commands.on('close', () => process.exit(0));
