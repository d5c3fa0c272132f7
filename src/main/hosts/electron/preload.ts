import { contextBridge, ipcRenderer } from 'electron';
import { pagePortFlag, pagePortReply, pagePortRequest } from '../../../shared/rpc/page-port';

// Forwards one port from the main process to the page and knows nothing of what travels on it.
contextBridge.exposeInMainWorld(pagePortFlag, true);

window.addEventListener('message', (event) => {
  if (event.source === window && event.data === pagePortRequest) ipcRenderer.send(pagePortRequest);
});

ipcRenderer.on(pagePortReply, (event) => {
  window.postMessage(pagePortReply, window.location.origin, [...event.ports]);
});
