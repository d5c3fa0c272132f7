import { contract, type AppClient } from '../../shared/contract/contract';
import { createClient } from '../../shared/rpc/client';
import { httpTransport, type HttpServer } from '../../shared/rpc/http-transport';
import { portTransport, type Port } from '../../shared/rpc/message-port';
import { pagePortFlag, pagePortReply, pagePortRequest } from '../../shared/rpc/page-port';
import { pageKeyHeaders, takePageKey } from './page-key';

/**
 * Gives the client of the application: over the port that the desktop preload hands over where there is one, else over
 * HTTP. The desktop promise stays open until the preload answers.
 */
export async function connect(): Promise<AppClient> {
  takePageKey();
  const hasPreload = Reflect.get(window, pagePortFlag) === true;
  const transport = hasPreload ? portTransport(pagePort(await receivePort())) : httpTransport(ownServer);
  return createClient(contract, transport);
}

const ownServer: HttpServer = {
  origin: '',
  // Read each time: where the application was started anew, another tab of this address has got the key of now.
  get headers() {
    return pageKeyHeaders();
  },
};

async function receivePort(): Promise<MessagePort> {
  return await new Promise((resolve) => {
    const onMessage = (event: MessageEvent): void => {
      const port = event.ports[0];
      if (event.source !== window || event.data !== pagePortReply || !port) return;
      window.removeEventListener('message', onMessage);
      resolve(port);
    };
    window.addEventListener('message', onMessage);
    window.postMessage(pagePortRequest, window.location.origin);
  });
}

/** A page's MessagePort as the carrier wants it. */
function pagePort(port: MessagePort): Port {
  return {
    post: (frame, transfer = []) => port.postMessage(frame, [...transfer]),
    onFrame: (listener) => {
      port.addEventListener('message', (event) => listener(event.data));
      port.start();
    },
    onClose: (listener) => port.addEventListener('close', listener),
  };
}
