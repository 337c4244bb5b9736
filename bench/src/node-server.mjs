// The comparison: Node's socket.io broadcasting the same payload into one room on an HTTP request. Nothing is stored.
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const http = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => (body += chunk));
  request.on('end', () => {
    io.to('room').emit('request:updated', JSON.parse(body));
    response.end('{}');
  });
});
const io = new Server(http, { serveClient: false });
io.on('connection', (socket) => socket.join('room'));
http.listen(Number(process.argv[2]), '127.0.0.1');
