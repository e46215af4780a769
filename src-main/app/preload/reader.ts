import { exposeBridge } from './bridge.ts';

exposeBridge('reader');
