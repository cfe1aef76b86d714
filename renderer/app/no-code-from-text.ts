import { config } from 'zod';

// Has to be imported before anything that checks data: zod tries whether it may make code from text, which the policy
// refuses and reports as an attempt.
config({ jitless: true });
