import { expect, test } from 'vitest';
import { utf8Names } from './utf8-names';

test.runIf(process.platform === 'linux')('a browser without a UTF-8 locale gets one, and only then', () => {
  for (const env of [{}, { LANG: 'C' }, { LANG: 'zh_CN.UTF-8', LC_ALL: 'POSIX' }, { LC_ALL: '' }])
    expect(utf8Names(env)).toEqual({ LC_ALL: 'C.UTF-8' });
  for (const env of [{ LANG: 'zh_CN.UTF-8' }, { LC_CTYPE: 'en_US.utf8' }, { LANG: 'C', LC_ALL: 'C.UTF-8' }])
    expect(utf8Names(env)).toEqual({});
});
