// 4.0 ships types that its own "exports" hide; the part used here is as today's.
declare module 'socket.io-client-4-0' {
  export { io } from 'socket.io-client';
}
