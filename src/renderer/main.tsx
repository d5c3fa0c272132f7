import '@fontsource-variable/inter/wght.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { readLaterPages } from './app/routes';
import { connect } from './api/connect';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');

const client = await connect();
createRoot(root).render(
  <StrictMode>
    <App client={client} />
  </StrictMode>,
);
readLaterPages();
