export default definePageConfig({ navigationBarTitleText: '会籍记录' });
