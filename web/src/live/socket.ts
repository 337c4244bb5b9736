import { io } from 'socket.io-client';
import type { OpenSocket } from './connection';

export const openSocket: OpenSocket = (auth) => io({ auth, autoConnect: false, reconnectionDelayMax: 5000 });
