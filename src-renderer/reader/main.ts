import { mount } from 'svelte';
import { messages as m } from '../../src-main/contract/messages.ts';
import '../lib/base.css';
import { bridgeOf } from '../lib/client.ts';
import App from './App.svelte';
import { Reader } from './reader.svelte.ts';

const bridge = bridgeOf<'reader'>();
const target = document.getElementById('app');
if (target === null) throw new Error('no place for the reader');

const start = await bridge.call['reader.start']({});
if (start.ok) {
  const reader = new Reader(bridge, start.value);
  document.documentElement.dataset['theme'] = reader.settings.theme;
  mount(App, { target, props: { reader } });
} else {
  target.setAttribute('role', 'alert');
  target.textContent = m.failure(start.error);
}
