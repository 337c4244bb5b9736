// Light Socket.IO clients over WebSocket: handshake, heartbeat, and a callback per event with the time of its arrival.
import WebSocket from 'ws';

export function openSocket(url, auth, onEvent) {
  return new Promise((done, failed) => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
      perMessageDeflate: false,
    });
    socket.on('error', failed);
    socket.on('message', (data) => {
      const text = data.toString('latin1');
      if (text[0] === '0') socket.send(`40${JSON.stringify(auth)}`);
      else if (text[0] === '2') socket.send('3');
      else if (text.startsWith('40')) done(socket);
      else if (text.startsWith('44')) failed(new Error(text));
      else onEvent(text);
    });
  });
}

/** In groups, so that a server's limit on simultaneous connects is not what is measured. */
export async function openSockets(count, url, auth, onEvent) {
  const sockets = [];
  while (sockets.length < count) {
    const group = Math.min(50, count - sockets.length);
    sockets.push(...(await Promise.all(Array.from({ length: group }, () => openSocket(url, auth, onEvent)))));
  }
  return sockets;
}
