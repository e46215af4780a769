import { mount } from 'svelte';
import '../lib/base.css';
import { bridgeOf } from '../lib/client.ts';
import StageApp from './StageApp.svelte';
import { StageState } from './stage.svelte.ts';

const target = document.getElementById('app');
if (target === null) throw new Error('no place for the stage');
mount(StageApp, { target, props: { stage: new StageState(bridgeOf<'stage'>()) } });
