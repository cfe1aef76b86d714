import { create } from 'zustand';

/** Whether small pictures are being made right now. */
export const usePicturing = create<{ readonly on: boolean }>()(() => ({ on: false }));
