/// <reference types="@tarojs/taro" />

declare module '*.css';

declare namespace NodeJS {
  interface ProcessEnv {
    /** Which client is being built. */
    TARO_ENV?: 'weapp' | 'h5';
  }
}
